package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;

/** The hexadecimal digests come from NumPy and hashlib, following the layout in the Javadoc. */
class ContentHashTest {
  private static final float[] SIX = {1, 2, 3, 4, 5, 6};

  private static Samples labelled(List<Integer> shape, float[] features, int classes, int... of) {
    return ArraySamples.of(shape, features, new Targets.Labels(classes, of));
  }

  @Test
  void labelsFollowTheLayout() {
    assertThat(ContentHash.of(labelled(List.of(1, 2), SIX, 4, 3, 0, 1)))
        .isEqualTo("sha256:59a8588fa953a0e878f196e92dff45f916cd3ff703557c9ca493560f200f1b54");
  }

  @Test
  void realsFollowTheLayout() {
    Samples samples =
        ArraySamples.of(
            List.of(2), new float[] {1, 2, 3, 4}, new Targets.Reals(List.of(1), 0.5f, -1));
    assertThat(ContentHash.of(samples))
        .isEqualTo("sha256:d255810348fc5b5c042d11a1c2efb3466e5db46945688a699905094339e78c51");
  }

  @Test
  void theSameNumbersFromElsewhereHaveTheSameHash() {
    Samples bytes =
        new ByteSamples(
            List.of(2), new byte[] {0, 51, (byte) 255, (byte) 204}, new Targets.Labels(3, 2, 1));
    Samples floats = labelled(List.of(2), new float[] {0, 51 / 255f, 1, 204 / 255f}, 3, 2, 1);
    assertThat(ContentHash.of(bytes)).isEqualTo(ContentHash.of(floats));
    assertThat(ContentHash.of(floats.select(0, 1))).isEqualTo(ContentHash.of(floats));
    assertThat(ContentHash.of(floats.select(1, 0))).isNotEqualTo(ContentHash.of(floats));
  }

  @Test
  void everyPartCounts() {
    String hash = ContentHash.of(labelled(List.of(2), SIX, 4, 3, 0, 1));
    float[] other = {1, 2, 3, 4, 5, Math.nextUp(6f)};
    assertThat(
            List.of(
                ContentHash.of(labelled(List.of(1, 2), SIX, 4, 3, 0, 1)),
                ContentHash.of(labelled(List.of(2), other, 4, 3, 0, 1)),
                ContentHash.of(labelled(List.of(2), SIX, 5, 3, 0, 1)),
                ContentHash.of(labelled(List.of(2), SIX, 4, 3, 1, 1)),
                ContentHash.of(labelled(List.of(3), SIX, 4, 3, 0))))
        .doesNotContain(hash)
        .doesNotHaveDuplicates();
  }

  @Test
  void chunksDoNotShow() {
    int count = 70_000;
    float[] features = new float[count];
    for (int i = 0; i < count; i++) {
      features[i] = i;
    }
    Samples narrow = labelled(List.of(1), features, 1, new int[count]);
    float[] changed = features.clone();
    changed[count - 1]++;
    assertThat(ContentHash.of(labelled(List.of(1), changed, 1, new int[count])))
        .isNotEqualTo(ContentHash.of(narrow));
    Samples wide = labelled(List.of(count), features, 1, 0);
    assertThat(ContentHash.of(wide.select(0))).isEqualTo(ContentHash.of(wide));
  }

  @Test
  void splitsAreNotInterchangeable() {
    Samples one = labelled(List.of(2), SIX, 4, 3, 0, 1);
    Samples two = one.select(0, 2);
    assertThat(ContentHash.of(one, two)).isNotEqualTo(ContentHash.of(two, one));
  }

  @Test
  void featuresAndTargetsMustFit() {
    Failures.assertCode(() -> labelled(List.of(2), SIX, 4, 3, 0), ErrorCode.DIMENSION_MISMATCH);
  }
}
