package org.thalweg.torch.objective;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;

/** Gauss–Newton matrices and gradients of single samples, against PyTorch in float64. */
class GoldenSamplesTest {
  @TestFactory
  Stream<DynamicTest> singleSamplesAndGaussNewtonAreThoseOfPyTorch() {
    return GoldenCase.names().stream()
        .flatMap(
            name ->
                Stream.of(Precision.values())
                    .map(
                        precision ->
                            DynamicTest.dynamicTest(
                                name + " " + precision.text(),
                                () -> compare(GoldenCase.load(name), precision))));
  }

  private static void compare(GoldenCase golden, Precision precision) {
    ObjectiveOptions options =
        ObjectiveOptions.defaults().withPrecision(precision).withWorkers(2).withChunkSize(64);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, options)) {
      GoldenSamples.compare(
          golden,
          objective,
          precision == Precision.FLOAT64 ? 1e-8 : 1e-4,
          precision == Precision.FLOAT64 ? 1e-8 : 1e-3);
    }
  }

  @Test
  void theWholeSpectraAreThoseOfPyTorch() {
    for (String name : List.of("mlp-regression", "mlp-digits")) {
      GoldenCase golden = GoldenCase.load(name);
      ObjectiveOptions options =
          ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withChunkSize(800);
      try (NetworkObjective objective = GoldenObjectives.objective(golden, options);
          Vector theta = objective.parameters();
          LinearOperator gaussNewton = objective.gaussNewton(theta)) {
        DenseReference matrix = DenseReference.of(gaussNewton);
        RelativeError.atMost(1e-8, "tr G", matrix.trace(), golden.number("ggn_trace"));
        double[] spectrum = matrix.spectrum();
        double[] expected = golden.numbers("ggn_full_spectrum_descending");
        RelativeError.atMost(1e-8, "spectrum", spectrum, expected);
        RelativeError.eachAtMost(
            1e-8, "top", Arrays.copyOf(spectrum, 5), golden.numbers("ggn_top5"));
      }
    }
  }

  /** Its eigenvalues are those of the matrix of scalar products of the gradients. */
  @Test
  void theEmpiricalFisherMatrixIsThatOfPyTorch() {
    GoldenCase golden = GoldenCase.load("mlp-regression");
    ObjectiveOptions options = ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, options);
        Vector theta = objective.parameters();
        LinearOperator fisher = objective.empiricalFisher(theta)) {
      DenseReference matrix = DenseReference.of(fisher);
      double[] expected = golden.numbers("gradient_statistics", "second_moment_top5");
      RelativeError.eachAtMost(1e-8, "top of F̂", matrix.top(5), expected);
      RelativeError.atMost(
          1e-8,
          "tr F̂",
          matrix.trace(),
          golden.number("gradient_statistics", "second_moment_trace"));
    }
  }
}
