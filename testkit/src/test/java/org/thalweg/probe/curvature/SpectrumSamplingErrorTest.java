package org.thalweg.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.EstimationOptions;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.TraceMethod;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.LinearRegression;
import org.thalweg.objective.Quadratic;
import org.thalweg.objective.SampledObjective;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;

class SpectrumSamplingErrorTest {
  /** Each sample touches one weight, so that H is diagonal with the means of 2x² along it. */
  private static final double[][] X = {{1, 0}, {0, 3}, {2, 0}, {0, 5}, {1, 0}, {0, 4}};

  private static final CurvatureOptions ONE_SAMPLE_A_GROUP =
      CurvatureOptions.of(LanczosOptions.of(1, 1).withTolerance(1e-10)).withSamplingError(6);

  @Test
  void byHand() {
    SpectrumResult result =
        new CurvatureProbe(
                ONE_SAMPLE_A_GROUP.withTrace(
                    EstimationOptions.defaults(), TraceMethod.HUTCH_PLUS_PLUS))
            .measure(regression());
    assertThat(result.top().get(0).value()).isCloseTo(100.0 / 6, within(1e-9));
    assertThat(result.top().get(0).standardError())
        .isCloseTo(errorOfMean(x -> 2 * x[1] * x[1]), within(1e-9));
    assertThat(result.bottom().get(0).value()).isCloseTo(2, within(1e-9));
    assertThat(result.bottom().get(0).standardError())
        .isCloseTo(errorOfMean(x -> 2 * x[0] * x[0]), within(1e-9));
    assertThat(result.trace().orElseThrow().samplingError())
        .as("no entries beside the diagonal")
        .isCloseTo(errorOfMean(x -> 2 * (x[0] * x[0] + x[1] * x[1])), within(1e-9));
    assertThat(result.measurements())
        .filteredOn(row -> row.name().endsWith("over samples"))
        .extracting(row -> row.uncertaintyKind())
        .containsExactly(
            "standard error over samples",
            "standard error over samples",
            "standard error over samples");
  }

  @Test
  void productsOnGroupsCountAsProductsOverAllSamples() {
    long without =
        new CurvatureProbe(withoutError()).measure(regression()).cost().hessianProducts();
    SpectrumResult result = new CurvatureProbe(ONE_SAMPLE_A_GROUP).measure(regression());
    assertThat(result.cost().hessianProducts()).isEqualTo(without + 2);
  }

  @Test
  void isMissingWhereItWasNotAskedFor() {
    SpectrumResult result = new CurvatureProbe(withoutError()).measure(regression());
    assertThat(result.top().get(0).standardError()).isNaN();
    assertThat(result.measurements()).noneMatch(row -> row.name().contains("over samples"));
  }

  @Test
  void isMissingWhenItWasStopped() {
    Cancellation stop = new Cancellation();
    SampledObjective objective = regression();
    try (Vector theta = objective.parameters()) {
      stop.request();
      SpectrumResult result =
          new CurvatureProbe(ONE_SAMPLE_A_GROUP)
              .measure(objective, theta, ProgressListener.silent(), stop);
      assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(result.top()).allMatch(one -> Double.isNaN(one.standardError()));
    }
  }

  @Test
  void aLossThatIsKnownAsAWholeIsRefused() {
    assertThatThrownBy(
            () ->
                new CurvatureProbe(ONE_SAMPLE_A_GROUP)
                    .measure(
                        FunctionObjective.of(
                            Quadratic.withSpectrum(new double[] {3, 1}, 1), new double[] {1, 1})))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE));
  }

  private static CurvatureOptions withoutError() {
    return CurvatureOptions.of(LanczosOptions.of(1, 1).withTolerance(1e-10));
  }

  private static SampledObjective regression() {
    return FunctionObjective.of(new LinearRegression(X, new double[6]), new double[2]);
  }

  private static double errorOfMean(ToDoubleFunction<double[]> value) {
    double[] values = Arrays.stream(X).mapToDouble(value).toArray();
    return new DescriptiveStatistics(values).getStandardDeviation() / Math.sqrt(values.length);
  }
}
