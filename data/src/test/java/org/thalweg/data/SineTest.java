package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SineTest {
  private static float[] features(Samples samples) {
    float[] features = new float[2 * samples.count()];
    for (int i = 0; i < samples.count(); i++) {
      samples.features(i, features, 2 * i);
    }
    return features;
  }

  private static float[] targets(Samples samples) {
    Targets.Reals reals = (Targets.Reals) samples.targets();
    float[] targets = new float[samples.count()];
    for (int i = 0; i < samples.count(); i++) {
      reals.copy(i, targets, i);
    }
    return targets;
  }

  @Test
  void withoutNoiseTheTargetIsTheFormula() {
    Dataset sine = Datasets.open("sine:noise=0,n=1000");
    for (Samples split : List.of(sine.train(), sine.test())) {
      float[] x = features(split);
      float[] y = targets(split);
      for (int i = 0; i < y.length; i++) {
        assertThat(y[i])
            .isCloseTo((float) (Math.sin(x[2 * i]) * Math.cos(x[2 * i + 1])), within(5e-7f));
      }
    }
  }

  @Test
  void targetsAreOneColumn() {
    Targets.Reals reals = (Targets.Reals) Datasets.open("sine").train().targets();
    assertThat(reals.shape()).containsExactly(1);
    assertThat(reals.count()).isEqualTo(140);
  }

  @ParameterizedTest
  @CsvSource({"sine,140,60", "sine:n=2,1,1", "sine:n=5,3,2", "sine:n=300,210,90", "sine:n=7,5,2"})
  void thirtyPercentAreHeldOut(String name, int train, int test) {
    Dataset sine = Datasets.open(name);
    assertThat(sine.train().count()).isEqualTo(train);
    assertThat(sine.test().count()).isEqualTo(test);
  }

  /** Four standard errors: fails by chance for one seed in 16,000, and the seed is fixed. */
  @Test
  void featuresAreUniformOnTheSquare() {
    Samples samples = Datasets.open("sine:n=40000").train();
    int n = samples.count();
    float[] x = features(samples);
    double product = 0;
    for (int axis = 0; axis < 2; axis++) {
      double sum = 0;
      double squares = 0;
      int inner = 0;
      for (int i = 0; i < n; i++) {
        float value = x[2 * i + axis];
        assertThat(Math.abs(value)).isLessThanOrEqualTo(3);
        sum += value;
        squares += value * value;
        inner += Math.abs(value) < 1.5 ? 1 : 0;
      }
      assertThat(sum / n).isCloseTo(0, within(4 * Math.sqrt(3.0 / n)));
      // Var x = 6²/12 = 3; Var x² = 3⁴ (1/5 − 1/9) = 7.2
      assertThat(squares / n).isCloseTo(3, within(4 * Math.sqrt(7.2 / n)));
      assertThat((double) inner / n).isCloseTo(0.5, within(4 * Math.sqrt(0.25 / n)));
    }
    for (int i = 0; i < n; i++) {
      product += x[2 * i] * x[2 * i + 1];
    }
    assertThat(product / n).isCloseTo(0, within(4 * 3 / Math.sqrt(n)));
  }

  @Test
  void theNoiseHasTheStandardDeviationAskedFor() {
    Samples samples = Datasets.open("sine:n=40000,noise=0.5,seed=7").train();
    float[] x = features(samples);
    float[] y = targets(samples);
    double sum = 0;
    double squares = 0;
    double withFeature = 0;
    for (int i = 0; i < y.length; i++) {
      double noise = y[i] - Math.sin(x[2 * i]) * Math.cos(x[2 * i + 1]);
      sum += noise;
      squares += noise * noise;
      withFeature += noise * x[2 * i];
    }
    int n = y.length;
    assertThat(sum / n).isCloseTo(0, within(4 * 0.5 / Math.sqrt(n)));
    assertThat(Math.sqrt(squares / n)).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(2.0 * n)));
    assertThat(withFeature / n).isCloseTo(0, within(4 * 0.5 * Math.sqrt(3.0 / n)));
  }

  @Test
  void otherNoiseLeavesTheFeaturesAlone() {
    Samples quiet = Datasets.open("sine:noise=0").train();
    Samples loud = Datasets.open("sine:noise=1").train();
    assertThat(features(loud)).isEqualTo(features(quiet));
    assertThat(targets(loud)).isNotEqualTo(targets(quiet));
  }

  @Test
  void theNameSaysEverythingAndOpensTheSame() {
    Dataset brief = Datasets.open("sine:seed=3");
    assertThat(brief.name()).isEqualTo("sine:n=200,noise=0.1,seed=3");
    Dataset full = Datasets.open(brief.name());
    assertThat(full.contentHash()).isEqualTo(brief.contentHash());
    assertThat(Datasets.open("sine:noise=0.10,n=0200,seed=3").name()).isEqualTo(brief.name());
    assertThat(Datasets.open("sine:seed=4").contentHash()).isNotEqualTo(brief.contentHash());
  }

  @Test
  void theSummaryGivesTheRangeOfTheTargets() {
    DatasetSummary summary = DatasetSummary.of(Datasets.open("sine:noise=0,n=20000"));
    assertThat(summary.targets()).isEqualTo("real numbers of shape [1]");
    assertThat(summary.train().classCounts()).isEmpty();
    ValueRange range = summary.train().targets().orElseThrow();
    assertThat(range.minimum()).isBetween(-1.0, -0.97);
    assertThat(range.maximum()).isBetween(0.97, 1.0);
  }
}
