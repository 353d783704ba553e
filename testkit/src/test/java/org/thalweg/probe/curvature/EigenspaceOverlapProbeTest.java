package org.thalweg.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.EigenspaceOverlap;
import org.thalweg.result.Outcome;
import org.thalweg.testkit.RelativeError;

class EigenspaceOverlapProbeTest {
  /** ½ Σ aᵢxᵢ²: the gradient is (aᵢxᵢ). */
  private static TwiceDifferentiableObjective bowl(double[] a, double... point) {
    return FunctionObjective.withHessian(
        point, x -> 0.5 * sum(a, x, x), x -> times(a, x), (x, v) -> times(a, v));
  }

  @Test
  void theShareOfASeparableBowl() {
    // Gradient (10, 5·(−2), 1·3, ½·4) = (10, −10, 3, 2).
    TwiceDifferentiableObjective objective = bowl(new double[] {10, 5, 1, 0.5}, 1, -2, 3, 4);
    try (Vector theta = objective.parameters()) {
      for (int k = 1; k <= 3; k++) {
        EigenspaceOverlap overlap =
            new EigenspaceOverlapProbe(LanczosOptions.of(k, 0).withTolerance(1e-10))
                .measure(objective, theta);
        double expected = new double[] {0, 100, 200, 209}[k] / 213;
        assertThat(overlap.share().value()).isCloseTo(expected, within(1e-9));
        assertThat(overlap.share().standardError()).as("a function without samples").isNaN();
        assertThat(overlap.shareByChance()).isEqualTo(k / 4.0);
        assertThat(overlap.eigenvalues()).hasSize(k);
        assertThat(overlap.eigenvalues().get(0).value()).isCloseTo(10, within(1e-9));
        assertThat(overlap.outcome()).isEqualTo(Outcome.CONVERGED);
      }
    }
  }

  /** With many samples the eigenvectors hardly move, and the gradient makes the error. */
  @Test
  void theStandardErrorIsTheSpreadOverDrawsOfTheData() {
    DescriptiveStatistics values = new DescriptiveStatistics();
    DescriptiveStatistics errors = new DescriptiveStatistics();
    for (int draw = 0; draw < 200; draw++) {
      TwiceDifferentiableObjective objective =
          FunctionObjective.of(Populations.linear(300, draw), new double[] {0.9, -0.8, 1.5});
      try (Vector theta = objective.parameters()) {
        EigenspaceOverlap overlap =
            new EigenspaceOverlapProbe(LanczosOptions.of(1, 0).withTolerance(1e-6))
                .measure(objective, theta);
        values.addValue(overlap.share().value());
        errors.addValue(overlap.share().standardError());
      }
    }
    RelativeError.atMost(0.2, "error", errors.getMean(), values.getStandardDeviation());
  }

  @Test
  void itCanBeStopped() {
    TwiceDifferentiableObjective objective = bowl(new double[] {3, 2, 1}, 1, 1, 1);
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    try (Vector theta = objective.parameters()) {
      EigenspaceOverlap overlap =
          new EigenspaceOverlapProbe(LanczosOptions.of(1, 0))
              .measure(objective, theta, ProgressListener.silent(), cancellation);
      assertThat(overlap.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(overlap.share().value()).isNaN();
    }
  }

  private static double sum(double[] a, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * x[i] * y[i];
    }
    return sum;
  }

  private static double[] times(double[] a, double[] x) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * x[i];
    }
    return product;
  }
}
