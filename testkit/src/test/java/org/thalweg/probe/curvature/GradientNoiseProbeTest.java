package org.thalweg.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.LinearRegression;
import org.thalweg.objective.SampledFunction;
import org.thalweg.objective.SampledObjective;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.Outcome;
import org.thalweg.result.SampleEstimate;
import org.thalweg.testkit.RelativeError;

class GradientNoiseProbeTest {
  private static final double[] POINT = {0.5, -0.2, 1};

  @Test
  void byHand() {
    // Residuals 2, 0, −3 at w = (1, 1): gradients (4, 8), (0, 0), (0, −6), mean (4/3, 2/3).
    SampledFunction function =
        new LinearRegression(new double[][] {{1, 2}, {3, -1}, {0, 1}}, new double[] {1, 2, 4});
    GradientNoise noise =
        measure(function, new double[] {1, 1}, new GradientNoiseProbe(new GradientStep(0.1, 2)));
    double square = 20.0 / 9;
    double trace = (64.0 / 9 + 484.0 / 9 + 20.0 / 9 + 16.0 / 9 + 400.0 / 9) / 2;
    assertThat(noise.samples()).isEqualTo(3);
    assertThat(noise.norm().value()).isCloseTo(Math.sqrt(square), within(1e-14));
    assertThat(noise.covarianceTrace().value()).isCloseTo(trace, within(1e-12));
    assertThat(noise.noiseScale().value()).isCloseTo(trace / square, within(1e-12));
    assertThat(noise.signalToNoise().value())
        .isCloseTo(Math.sqrt(square / (trace / 3)), within(1e-14));
    assertThat(noise.populationSquaredNorm().value())
        .as("negative: less than the error of three samples")
        .isCloseTo(square - trace / 3, within(1e-12));
    assertThat(noise.step().orElseThrow().temperature().value())
        .isCloseTo(0.05 * trace, within(1e-12));
    assertThat(noise.step().orElseThrow().signalToNoise().value())
        .isCloseTo(Math.sqrt(square / (trace / 2)), within(1e-14));
    assertThat(noise.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  /** Squared distances 548/9, 20/9, 416/9 from the mean: their standard deviation over √3. */
  @Test
  void theErrorOfTheVarianceByHand() {
    SampledFunction function =
        new LinearRegression(new double[][] {{1, 2}, {3, -1}, {0, 1}}, new double[] {1, 2, 4});
    GradientNoise noise = measure(function, new double[] {1, 1}, new GradientNoiseProbe());
    double error =
        new DescriptiveStatistics(new double[] {548.0 / 9, 20.0 / 9, 416.0 / 9})
            .getStandardDeviation();
    assertThat(noise.covarianceTrace().standardError())
        .isCloseTo(error / Math.sqrt(3), within(1e-12));
    assertThat(noise.step()).isEmpty();
  }

  /** Data are drawn 300 times: the spread of each number is what its error says. */
  @Test
  void standardErrorsAreTheSpreadOverDrawsOfTheData() {
    List<GradientNoise> draws = new ArrayList<>();
    for (int draw = 0; draw < 300; draw++) {
      draws.add(
          measure(
              Populations.logistic(400, draw),
              POINT,
              new GradientNoiseProbe(new GradientStep(0.1, 10))));
    }
    spread(draws, GradientNoise::norm);
    spread(draws, GradientNoise::covarianceTrace);
    spread(draws, GradientNoise::noiseScale);
    spread(draws, GradientNoise::signalToNoise);
    spread(draws, GradientNoise::populationSquaredNorm);
    spread(draws, noise -> noise.step().orElseThrow().temperature());
    spread(draws, noise -> noise.step().orElseThrow().signalToNoise());
  }

  /** At the minimum of the population the mean gradient of N samples has variance tr Σ/N. */
  @Test
  void withoutSamplingBiasThereIsNoGradientAtTheMinimumOfThePopulation() {
    DescriptiveStatistics biased = new DescriptiveStatistics();
    DescriptiveStatistics unbiased = new DescriptiveStatistics();
    DescriptiveStatistics signal = new DescriptiveStatistics();
    for (int draw = 0; draw < 300; draw++) {
      GradientNoise noise =
          measure(Populations.linear(100, draw), new double[] {1, -1, 2}, new GradientNoiseProbe());
      biased.addValue(Math.pow(noise.norm().value(), 2));
      unbiased.addValue(noise.populationSquaredNorm().value());
      signal.addValue(Math.pow(noise.signalToNoise().value(), 2));
    }
    // tr Σ = E‖2ex‖² = 4 · ¼ · 5.25.
    assertThat(biased.getMean()).isCloseTo(5.25 / 100, within(4 * error(biased)));
    assertThat(unbiased.getMean()).isCloseTo(0, within(4 * error(unbiased)));
    assertThat(signal.getMean()).isCloseTo(1, within(0.15));
  }

  @Test
  void manySamplesAreTakenInBlocksWithProgress() {
    SampledObjective objective = FunctionObjective.of(Populations.logistic(600, 1), POINT);
    List<Long> heard = new ArrayList<>();
    try (Vector theta = objective.parameters()) {
      GradientNoise noise =
          new GradientNoiseProbe()
              .measure(
                  objective, theta, (activity, done, total) -> heard.add(done), new Cancellation());
      double[] norms = objective.sampleSquaredGradientNorms(theta);
      double second = 0;
      for (double norm : norms) {
        second += norm / 600;
      }
      double expected = 600 / 599.0 * (second - Math.pow(noise.norm().value(), 2));
      RelativeError.atMost(1e-12, "tr Σ", noise.covarianceTrace().value(), expected);
    }
    assertThat(heard).containsExactly(256L, 512L, 600L);
  }

  @Test
  void itCanBeStopped() {
    SampledObjective objective = FunctionObjective.of(Populations.logistic(600, 1), POINT);
    Cancellation cancellation = new Cancellation();
    ProgressListener stopping = (activity, done, total) -> cancellation.request();
    try (Vector theta = objective.parameters()) {
      GradientNoise noise =
          new GradientNoiseProbe().measure(objective, theta, stopping, cancellation);
      assertThat(noise.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(noise.covarianceTrace().value()).isNaN();
    }
  }

  @Test
  void oneSampleHasNoVariance() {
    GradientNoise noise =
        measure(
            Populations.logistic(400, 1).subset(new int[] {7}), POINT, new GradientNoiseProbe());
    assertThat(noise.covarianceTrace().value()).isNaN();
    assertThat(noise.norm().standardError()).isNaN();
  }

  @Test
  void stepsOfNoSizeAreRefused() {
    assertThatThrownBy(() -> new GradientStep(0, 1)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> new GradientStep(0.1, 0)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> new GradientStep(Double.NaN, 1)).isInstanceOf(ThalwegException.class);
  }

  private static void spread(
      List<GradientNoise> draws, Function<GradientNoise, SampleEstimate> number) {
    DescriptiveStatistics values = new DescriptiveStatistics();
    DescriptiveStatistics errors = new DescriptiveStatistics();
    for (GradientNoise draw : draws) {
      values.addValue(number.apply(draw).value());
      errors.addValue(number.apply(draw).standardError());
    }
    // The spread of 300 values is itself known to 4 %.
    RelativeError.atMost(0.16, "error", errors.getMean(), values.getStandardDeviation());
  }

  private static double error(DescriptiveStatistics values) {
    return values.getStandardDeviation() / Math.sqrt((double) values.getN());
  }

  private static GradientNoise measure(
      SampledFunction function, double[] point, GradientNoiseProbe probe) {
    SampledObjective objective = FunctionObjective.of(function, point);
    try (Vector theta = objective.parameters()) {
      return probe.measure(objective, theta);
    }
  }
}
