package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.thalweg.array.NumericArray;

/** Against published facts about MNIST and against sums taken from the files by NumPy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MnistTest {
  private final Dataset mnist = Datasets.open("mnist");

  private static int label(Samples samples, int sample) {
    return ((Targets.Labels) samples.targets()).label(sample);
  }

  private static long greySum(Samples samples, int sample) {
    float[] image = new float[784];
    samples.features(sample, image, 0);
    long sum = 0;
    for (float value : image) {
      float grey = value * 255;
      assertThat(grey).isCloseTo(Math.round(grey), within(1e-4f));
      sum += Math.round(grey);
    }
    return sum;
  }

  @Test
  void isWhole() {
    assertThat(mnist.name()).isEqualTo("mnist");
    assertThat(mnist.train().count()).isEqualTo(60_000);
    assertThat(mnist.test().count()).isEqualTo(10_000);
    assertThat(mnist.train().featureShape()).containsExactly(1, 28, 28);
    assertThat(mnist.test().featureShape()).containsExactly(1, 28, 28);
  }

  @Test
  void labelsAreThePublishedOnes() {
    assertThat(IntStream.range(0, 10).map(i -> label(mnist.train(), i)))
        .containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
    assertThat(IntStream.range(0, 10).map(i -> label(mnist.test(), i)))
        .containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
  }

  @Test
  void imagesBelongToTheirLabels() {
    assertThat(greySum(mnist.train(), 0)).isEqualTo(27_525);
    assertThat(greySum(mnist.train(), 59_999)).isEqualTo(20_920);
    assertThat(greySum(mnist.test(), 0)).isEqualTo(18_454);
  }

  @Test
  void theSummaryHasThePublishedCountsAndMeans() {
    DatasetSummary summary = DatasetSummary.of(mnist);
    assertThat(summary.targets()).isEqualTo("10 classes");
    assertThat(summary.train().classCounts())
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(summary.test().classCounts())
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    ValueRange train = summary.train().features();
    assertThat(train.minimum()).isZero();
    assertThat(train.maximum()).isEqualTo(1);
    assertThat(train.mean()).isCloseTo(1_567_298_545 / (255.0 * 60_000 * 784), within(1e-8));
    assertThat(summary.test().features().mean())
        .isCloseTo(264_923_200 / (255.0 * 10_000 * 784), within(1e-8));
    assertThat(summary.train().targets()).isEmpty();
    assertThat(summary.contentHash()).isEqualTo(mnist.contentHash());
  }

  /** The reference hashes were computed by NumPy and hashlib from the layout in ContentHash. */
  @Test
  void theContentHashIsThatOfTheNumbers() {
    assertThat(ContentHash.of(mnist.test()))
        .isEqualTo("sha256:542a079c419851f23e6ed909525955ea11f3c9a362ed2aae3c43c7f0e22854e7");
    assertThat(ContentHash.of(mnist.train(), mnist.test()))
        .isEqualTo("sha256:faf42445e88461cb73be80942151844bb91e531a3e6d0ac11f0885b959bc40e6")
        .isEqualTo(mnist.contentHash());
  }

  @Test
  void theFirstTestImagesAreThoseOfTheGoldenCase() {
    Map<String, NumericArray> golden = Golden.data("cnn-mnist");
    double[] expected = Objects.requireNonNull(golden.get("x")).toDoubles();
    double[] labels = Objects.requireNonNull(golden.get("y")).toDoubles();
    float[] image = new float[784];
    for (int i = 0; i < labels.length; i++) {
      mnist.test().features(i, image, 0);
      assertThat((double) label(mnist.test(), i)).isEqualTo(labels[i]);
      for (int j = 0; j < image.length; j++) {
        if (image[j] != expected[i * 784 + j]) {
          assertThat((double) image[j]).as("pixel %d of %d", j, i).isEqualTo(expected[i * 784 + j]);
        }
      }
    }
    assertThat(labels).hasSize(500);
  }

  @Test
  void featuresAreCopiedToTheOffset() {
    float[] plain = new float[784];
    mnist.train().features(3, plain, 0);
    float[] shifted = new float[790];
    mnist.train().features(3, shifted, 5);
    assertThat(Arrays.copyOfRange(shifted, 5, 789)).isEqualTo(plain);
    assertThat(shifted[789]).isZero();
  }
}
