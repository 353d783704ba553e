package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.curvature.Spectrum;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;

/**
 * Both ends of the Hessian's spectrum of networks that PyTorch trained, against its eigenvalues in
 * float64: the five largest and the two smallest, by the probe with its default options but for the
 * tolerance.
 */
class GoldenSpectrumTest {
  private static final int TOP = 5;
  private static final int BOTTOM = 2;

  @TestFactory
  Stream<DynamicTest> eigenvaluesInFloat64() {
    return GoldenCase.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(name, () -> compare(name, Precision.FLOAT64, 1e-4, 1e-6)));
  }

  @TestFactory
  Stream<DynamicTest> eigenvaluesInFloat32() {
    return GoldenCase.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(name, () -> compare(name, Precision.FLOAT32, 1e-3, 1e-3)));
  }

  private static void compare(String name, Precision precision, double residual, double tolerance) {
    GoldenCase golden = GoldenCase.load(name);
    ObjectiveOptions options = ObjectiveOptions.defaults().withPrecision(precision).withWorkers(2);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, options);
        Vector theta = objective.parameters();
        Spectrum spectrum =
            new HessianSpectrumProbe(LanczosOptions.of(TOP, BOTTOM).withTolerance(residual))
                .measure(objective, theta)) {
      SpectrumResult result = spectrum.result();
      assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
      compare(result.top(), golden.numbers("hessian_top10"), tolerance, residual);
      compare(result.bottom(), golden.numbers("hessian_bottom3"), tolerance, residual);
    }
  }

  private static void compare(
      List<Eigenvalue> found, double[] expected, double tolerance, double residual) {
    for (int i = 0; i < found.size(); i++) {
      Eigenvalue eigenvalue = found.get(i);
      RelativeError.atMost(tolerance, "eigenvalue " + i, eigenvalue.value(), expected[i]);
      assertThat(eigenvalue.residual())
          .isLessThanOrEqualTo(residual * Math.abs(expected[i]) * 1.01);
    }
  }
}
