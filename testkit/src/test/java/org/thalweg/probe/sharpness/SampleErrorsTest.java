package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;

/** Errors from a finite number of samples, and means over mini-batches. */
class SampleErrorsTest {
  private static final double[] A = {1, 2, 0.5, 3, 1, 4, 2.5};
  private static final double[] X = {-1, -2, 0.3, -1, -0.4, -2, -1};

  private static SampledQuadratics objective() {
    return new SampledQuadratics(A, X);
  }

  /** ℓₙ(t) − ℓₙ(0). */
  private static double[] rises(double t) {
    double[] rises = new double[A.length];
    for (int n = 0; n < A.length; n++) {
      rises[n] = A[n] * t * (t / 2 - X[n]);
    }
    return rises;
  }

  private static double error(double[] values) {
    return Math.sqrt(StatUtils.variance(values) / values.length);
  }

  @Test
  void theErrorOfOneStepIsThatOfPairedDifferences() {
    // The slope is positive, so the step is +ρ.
    SharpnessValue value =
        Measured.by("sam", objective(), SharpnessOptions.defaults().withRadius(0.2));
    double[] rises = rises(0.2);
    RelativeError.atMost(1e-12, "value", value.value(), StatUtils.mean(rises));
    RelativeError.atMost(1e-12, "error", value.error().dataStandardError(), error(rises));
    assertThat(value.error().standardError()).isNaN();
    assertThat(value.largestError()).isEqualTo(value.error().dataStandardError());
  }

  @Test
  void theErrorOfAWorstCaseIsThatAtTheWorstPoint() {
    SharpnessValue ball =
        Measured.by("ball", objective(), SharpnessOptions.defaults().withRadius(0.2));
    RelativeError.atMost(1e-12, "ball", ball.value(), StatUtils.mean(rises(0.2)));
    RelativeError.atMost(1e-12, "error", ball.error().dataStandardError(), error(rises(0.2)));
    SharpnessValue keskar =
        Measured.by("keskar", objective(), SharpnessOptions.defaults().withRadius(0.2));
    double loss = 0;
    for (int n = 0; n < A.length; n++) {
      loss += A[n] * X[n] * X[n] / 2 / A.length;
    }
    RelativeError.atMost(
        1e-12, "Keskar", keskar.error().dataStandardError(), 100 * error(rises(0.2)) / (1 + loss));
  }

  @Test
  void theErrorOfAMeanIsThatOfTheMeanRiseOfEachSample() {
    SharpnessValue value =
        Measured.by(
            "average-l2", objective(), SharpnessOptions.defaults().withRadius(0.3).withDraws(4));
    SharpnessValue absolute =
        Measured.by(
            "gaussian", objective(), SharpnessOptions.defaults().withRadius(0.3).withDraws(4));
    double[] mean = new double[A.length];
    double[] signed = new double[A.length];
    for (int k = 0; k < 4; k++) {
      double[] rises = rises(0.3 * RandomStream.of(0, "sharpness noise", k).gaussian());
      double sign = Math.signum(StatUtils.mean(rises));
      for (int n = 0; n < A.length; n++) {
        mean[n] += rises[n] / 4;
        signed[n] += sign * rises[n] / 4;
      }
    }
    RelativeError.atMost(1e-12, "mean", value.error().dataStandardError(), error(mean));
    RelativeError.atMost(1e-12, "absolute", absolute.error().dataStandardError(), error(signed));
    RelativeError.atMost(1e-12, "absolute", absolute.value(), StatUtils.mean(signed));
  }

  @Test
  void miniBatchesAreAveragedByTheirSize() {
    SharpnessOptions options = SharpnessOptions.defaults().withRadius(0.2).withSeed(3);
    int[] order = RandomStream.of(3, "sharpness batches").permutation(A.length);
    double expected = 0;
    for (int start = 0; start < A.length; start += 3) {
      int end = Math.min(start + 3, A.length);
      double slope = 0;
      double curvature = 0;
      for (int i = start; i < end; i++) {
        slope -= A[order[i]] * X[order[i]];
        curvature += A[order[i]];
      }
      // The sums of a batch, divided by its size and weighted by it.
      expected += (0.2 * Math.abs(slope) + 0.02 * curvature) / A.length;
    }
    for (String name : new String[] {"sam", "ball"}) {
      SharpnessValue value = Measured.by(name, objective(), options.withBatch(3));
      assertThat(value.value()).as(name).isCloseTo(expected, within(1e-12));
      assertThat(value.measure()).isEqualTo(name);
      assertThat(value.detail("batches")).isEqualTo(3);
      assertThat(value.detail("batchSize")).isEqualTo(3);
      assertThat(value.radius().value()).isEqualTo(0.2);
      assertThat(value.error().kind()).isEqualTo("standard error over mini-batches");
      assertThat(value.error().standardError()).isPositive();
      assertThat(value.outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(value.cost().gradient()).isPositive();
    }
    double whole = Measured.by("ball", objective(), options).value();
    assertThat(expected)
        .as("each batch may have a worst point of its own")
        .isGreaterThanOrEqualTo(whole);
  }

  @Test
  void theErrorOfAMeanOverEqualBatchesIsTheUsualOne() {
    double[] a = {1, 2, 3, 4, 5, 6};
    double[] x = {-1, -1, -1, -1, -1, -1};
    SharpnessOptions options = SharpnessOptions.defaults().withRadius(1).withBatch(1).withSeed(1);
    SharpnessValue value = Measured.by("sam", new SampledQuadratics(a, x), options);
    // Of each sample alone: aρ + aρ²/2.
    double[] rises = {1.5, 3, 4.5, 6, 7.5, 9};
    RelativeError.atMost(1e-12, "mean", value.value(), 5.25);
    RelativeError.atMost(1e-12, "error", value.error().standardError(), error(rises));
  }

  @Test
  void withoutSamplesThereAreNoBatches() {
    SharpnessValue value =
        Measured.by(
            "sam",
            LocalQuadratic.random(new double[] {1, 2}, 1, 1).objective(),
            SharpnessOptions.defaults().withBatch(3));
    assertThat(value.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(value.reason()).contains("sample by sample");
  }
}
