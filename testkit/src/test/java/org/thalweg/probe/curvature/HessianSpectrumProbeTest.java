package org.thalweg.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Quadratic;
import org.thalweg.objective.Rosenbrock;
import org.thalweg.objective.SoftmaxRegression;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.RelativeError;

class HessianSpectrumProbeTest {
  @ParameterizedTest
  @EnumSource(Precision.class)
  void agreesWithTheDenseSpectrumOfSoftmaxRegression(Precision precision) {
    TwiceDifferentiableObjective objective = softmax(precision);
    try (Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta)) {
      double[] before = theta.toArray();
      DenseReference dense = DenseReference.of(hessian);
      LanczosOptions options = LanczosOptions.of(5, 0).withTolerance(1e-4);
      try (Spectrum spectrum = new HessianSpectrumProbe(options).measure(objective, theta)) {
        SpectrumResult result = spectrum.result();
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(result.matrix()).isEqualTo("hessian");
        assertThat(result.bottom()).isEmpty();
        assertThat(result.top()).hasSize(5).allMatch(Eigenvalue::converged);
        RelativeError.eachAtMost(
            precision == Precision.FLOAT64 ? 1e-7 : 1e-5,
            "λ",
            result.top().stream().mapToDouble(Eigenvalue::value).toArray(),
            dense.top(5));
      }
      assertThat(theta.toArray()).containsExactly(before);
    }
  }

  @Test
  void eigenvectorsComeInTheOrderOfTheNumbers() {
    TwiceDifferentiableObjective objective =
        FunctionObjective.of(new Rosenbrock(2), new double[] {1, 1});
    try (Vector theta = objective.parameters();
        Spectrum spectrum =
            new HessianSpectrumProbe(LanczosOptions.of(1, 1)).measure(objective, theta)) {
      // H = ((802, −400), (−400, 200)).
      double root = Math.sqrt(301.0 * 301 + 400 * 400);
      assertThat(spectrum.result().top().get(0).value()).isCloseTo(501 + root, within(1e-9));
      assertThat(spectrum.result().bottom().get(0).value()).isCloseTo(501 - root, within(1e-9));
      double[] v = spectrum.eigenpairs().top().get(0).vector().toArray();
      assertThat(v[1] / v[0]).isCloseTo((501 + root - 802) / -400, within(1e-9));
      double[] u = spectrum.eigenpairs().bottom().get(0).vector().toArray();
      assertThat(u[0] * v[0] + u[1] * v[1]).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void costProgressAndResidualsAreReported() {
    double[] values = {9, 5, 4, 3, 2.5, -1, -2};
    double[] spectrum = Arrays.copyOf(values, 60);
    TwiceDifferentiableObjective objective =
        FunctionObjective.of(
            Quadratic.withSpectrum(spectrum, 4), RandomStream.of(1, "p").gaussians(60));
    List<Long> progress = new ArrayList<>();
    try (Vector theta = objective.parameters()) {
      objective.evaluate(theta);
      try (LinearOperator hessian = objective.hessian(theta);
          Spectrum measured =
              new HessianSpectrumProbe(LanczosOptions.of(2, 2))
                  .measure(
                      objective,
                      theta,
                      (activity, done, total) -> {
                        assertThat(activity).isEqualTo("hessian");
                        assertThat(total).isEqualTo(-1);
                        progress.add(done);
                      },
                      new Cancellation())) {
        SpectrumResult result = measured.result();
        assertThat(result.cost().forward()).as("only what the probe itself spent").isZero();
        assertThat(result.cost().hessianProducts())
            .isEqualTo(measured.eigenpairs().products())
            .isEqualTo(progress.size() + 4L);
        assertThat(result.cost().seconds()).isPositive();
        Vector v = measured.eigenpairs().bottom().get(0).vector();
        try (Vector residual = hessian.apply(v)) {
          residual.axpy(-result.bottom().get(0).value(), v);
          assertThat(result.bottom().get(0).residual()).isCloseTo(residual.norm(), within(1e-13));
        }
        assertThat(result.bottom().get(0).value()).isCloseTo(-2, within(1e-3));
      }
    }
  }

  @Test
  void aCancelledMeasurementSaysSo() {
    TwiceDifferentiableObjective objective = softmax(Precision.FLOAT64);
    Cancellation cancellation = new Cancellation();
    try (Vector theta = objective.parameters();
        Spectrum spectrum =
            new HessianSpectrumProbe(LanczosOptions.of(2, 1))
                .measure(
                    objective,
                    theta,
                    (activity, done, total) -> {
                      if (done == 5) {
                        cancellation.request();
                      }
                    },
                    cancellation)) {
      assertThat(spectrum.result().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(spectrum.result().cost().hessianProducts()).isEqualTo(5);
      assertThat(spectrum.result().top()).hasSize(2).noneMatch(Eigenvalue::converged);
    }
  }

  @Test
  void aPointWithoutAHessianIsNonFinite() {
    TwiceDifferentiableObjective objective =
        FunctionObjective.of(new Rosenbrock(3), new double[] {Double.NaN, 0, 0});
    try (Vector theta = objective.parameters();
        Spectrum spectrum =
            new HessianSpectrumProbe(LanczosOptions.of(1, 1))
                .measure(objective, theta, ProgressListener.silent(), new Cancellation())) {
      assertThat(spectrum.result().outcome()).isEqualTo(Outcome.NON_FINITE);
      assertThat(spectrum.result().top()).isEmpty();
    }
  }

  private static TwiceDifferentiableObjective softmax(Precision precision) {
    double[][] x = new double[60][];
    int[] labels = new int[60];
    for (int n = 0; n < x.length; n++) {
      x[n] = RandomStream.of(5, "x", n).gaussians(8);
      labels[n] = RandomStream.of(5, "label", n).below(4);
    }
    return FunctionObjective.of(
        new SoftmaxRegression(x, labels, 4), RandomStream.of(5, "w").gaussians(32), precision);
  }
}
