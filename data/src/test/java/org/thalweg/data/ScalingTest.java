package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.data.DatasetSource.Splits;
import org.thalweg.error.ErrorCode;

class ScalingTest {
  /** A source that is its two splits. */
  private record Given(Splits splits) implements DatasetSource {
    @Override
    public DatasetDescriptor descriptor() {
      return new DatasetDescriptor("given", "given", "small", "none", List.of());
    }

    @Override
    public Splits open(DatasetOptions options) {
      return splits;
    }
  }

  private static Samples samples(List<Integer> shape, float[] features, float... targets) {
    return ArraySamples.of(shape, features, new Targets.Reals(List.of(1), targets));
  }

  private static Dataset open(Samples train, Samples test, String options) {
    return Datasets.open(new Given(new Splits("given", train, test)), options);
  }

  private static float[] row(Samples samples, int sample) {
    float[] row = new float[samples.featureShape().stream().reduce(1, Math::multiplyExact)];
    samples.features(sample, row, 0);
    return row;
  }

  /** Column 1 is 1, 2, 3, 6: mean 3, variance (4 + 1 + 0 + 9)/4 = 3.5; column 2 is always 7. */
  private static final Samples TRAIN =
      samples(List.of(2), new float[] {1, 7, 2, 7, 3, 7, 6, 7}, 10, 20, 30, 20);

  private static final Samples TEST = samples(List.of(2), new float[] {11, 8}, 40);

  @Test
  void featuresAreStandardizedOneByOneByTheTrainingSplit() {
    Dataset data = open(TRAIN, TEST, "normalize=standardize");
    double deviation = Math.sqrt(3.5);
    assertThat(row(data.train(), 0)[0]).isCloseTo((float) (-2 / deviation), within(1e-6f));
    assertThat(row(data.train(), 3)[0]).isCloseTo((float) (3 / deviation), within(1e-6f));
    assertThat(row(data.train(), 2)).containsExactly(0, 0);
    assertThat(row(data.test(), 0)[0]).isCloseTo((float) (8 / deviation), within(1e-6f));
    assertThat(row(data.test(), 0)[1]).isEqualTo(1);
    assertThat(data.name()).isEqualTo("given:normalize=standardize");
    assertThat(data.train().targets()).isSameAs(TRAIN.targets());
  }

  @Test
  void scaleGoesFromZeroToOneInTheTrainingSplit() {
    Dataset data = open(TRAIN, TEST, "normalize=scale");
    assertThat(row(data.train(), 0)).containsExactly(0, 0);
    assertThat(row(data.train(), 1)).containsExactly(0.2f, 0);
    assertThat(row(data.train(), 3)).containsExactly(1, 0);
    assertThat(row(data.test(), 0)).containsExactly(2, 1);
  }

  @Test
  void imagesAreStandardizedByChannel() {
    // channel 1: 0, 2, 4, 6 over two images: mean 3, variance 5; channel 2: 1, 1, 1, 5
    Samples images = samples(List.of(2, 1, 2), new float[] {0, 2, 1, 1, 4, 6, 1, 5}, 0, 0);
    Dataset data = open(images, images, "normalize=standardize");
    float first = (float) (1 / Math.sqrt(5));
    assertThat(row(data.train(), 0)[0]).isCloseTo(-3 * first, within(1e-6f));
    assertThat(row(data.train(), 1)[1]).isCloseTo(3 * first, within(1e-6f));
    assertThat(row(data.train(), 0)[2]).isCloseTo((float) (-1 / Math.sqrt(3)), within(1e-6f));
    assertThat(row(data.train(), 1)[3]).isCloseTo((float) (3 / Math.sqrt(3)), within(1e-6f));
  }

  @Test
  void sequencesAreScaledTogether() {
    Samples sequence = samples(List.of(2, 2), new float[] {0, 1, 2, 4}, 0);
    assertThat(row(open(sequence, sequence, "normalize=scale").train(), 0))
        .containsExactly(0, 0.25f, 0.5f, 1);
  }

  @Test
  void targetsAreScaledOnlyIfAsked() {
    Dataset data = open(TRAIN, TEST, "normalize-targets=standardize");
    float[] target = new float[1];
    ((Targets.Reals) data.test().targets()).copy(0, target, 0);
    // mean 20, variance (100 + 0 + 100 + 0)/4 = 50
    assertThat(target[0]).isCloseTo((float) (20 / Math.sqrt(50)), within(1e-6f));
    assertThat(row(data.train(), 3)).containsExactly(6, 7);
    assertThat(data.description()).contains("(y - 20.0000000) / 7.07106781");
    assertThat(data.name()).isEqualTo("given:normalize-targets=standardize");
  }

  @Test
  void whatIsOffIsNotInTheName() {
    Dataset data = open(TRAIN, TEST, "normalize=none");
    assertThat(data.name()).isEqualTo("given");
    assertThat(data.contentHash()).isEqualTo(ContentHash.of(TRAIN, TEST));
    assertThat(open(TRAIN, TEST, "normalize=scale").contentHash()).isNotEqualTo(data.contentHash());
  }

  @Test
  void offsetsAreKept() {
    float[] target = new float[4];
    open(TRAIN, TEST, "normalize=scale").train().features(3, target, 1);
    assertThat(target).containsExactly(0, 1, 0, 0);
  }

  @Test
  void classesHaveNoScale() {
    Failures.assertCode(
        () -> Datasets.open("iris:normalize-targets=scale"), ErrorCode.CONFLICTING_OPTIONS);
    Failures.assertCode(() -> Datasets.open("iris:normalize=much"), ErrorCode.INVALID_OPTION)
        .hasMessageContaining("none, standardize, scale");
  }

  @Test
  void bundledFeaturesBecomeStandard() {
    Dataset data = Datasets.open("california:normalize=standardize,test=0");
    assertThat(data.name()).isEqualTo("california:test=0.0,seed=0,normalize=standardize");
    double[] sum = new double[8];
    double[] squares = new double[8];
    for (int i = 0; i < data.train().count(); i++) {
      float[] row = row(data.train(), i);
      for (int j = 0; j < 8; j++) {
        sum[j] += row[j];
        squares[j] += row[j] * row[j];
      }
    }
    for (int j = 0; j < 8; j++) {
      assertThat(sum[j] / 20640).isCloseTo(0, within(1e-6));
      assertThat(squares[j] / 20640).isCloseTo(1, within(1e-6));
    }
  }
}
