package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.probe.curvature.GradientProbe;
import org.thalweg.result.GradientResult;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;

/** Against PyTorch in float64. */
class GoldenObjectiveTest {
  private static final int ALL = 1000;

  @TestFactory
  Stream<DynamicTest> valueGradientAndHessianProductAreThoseOfPyTorch() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : GoldenCase.names()) {
      GoldenCase golden = GoldenCase.load(name);
      for (Precision precision : Precision.values()) {
        for (int[] chunkAndWorkers : divisions(golden)) {
          ObjectiveOptions options =
              ObjectiveOptions.defaults()
                  .withPrecision(precision)
                  .withChunkSize(chunkAndWorkers[0])
                  .withWorkers(chunkAndWorkers[1]);
          tests.add(
              DynamicTest.dynamicTest(
                  "%s %s chunk %d workers %d"
                      .formatted(name, precision.text(), chunkAndWorkers[0], chunkAndWorkers[1]),
                  () -> compare(golden, options)));
        }
      }
    }
    return tests.stream();
  }

  @Test
  void accuracyHasTheErrorOfIndependentAnswers() {
    GoldenCase golden = GoldenCase.load("mlp-digits");
    try (NetworkObjective objective =
            GoldenObjectives.objective(golden, ObjectiveOptions.defaults());
        Vector theta = objective.parameters()) {
      GradientResult result = new GradientProbe().measure(objective, theta);
      // 784 of 800 right: the sample variance of 784 ones and 16 zeros, divided by 800.
      double variance = (784 * 0.02 * 0.02 + 16 * 0.98 * 0.98) / 799;
      assertThat(result.accuracy()).isEqualTo(0.98);
      assertThat(result.accuracyStandardError())
          .isCloseTo(Math.sqrt(variance / 800), within(1e-15));
    }
  }

  /** Chunk size and workers; images one by one would only be slow. */
  private static List<int[]> divisions(GoldenCase golden) {
    List<int[]> divisions = List.of(new int[] {7, 1}, new int[] {7, 2}, new int[] {ALL, 1});
    return golden.x().shape().size() == 4
        ? divisions
        : Stream.concat(divisions.stream(), Stream.of(new int[] {1, 1}, new int[] {1, 2})).toList();
  }

  private static void compare(GoldenCase golden, ObjectiveOptions options) {
    boolean exact = options.precision() == Precision.FLOAT64;
    try (NetworkObjective objective = GoldenObjectives.objective(golden, options);
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector v = objective.space().of(golden.direction("v"));
        LinearOperator hessian = objective.hessian(theta);
        Vector product = hessian.apply(v)) {
      Evaluation evaluation = objective.evaluate(theta);
      double loss = golden.number("loss");
      RelativeError.atMost(exact ? 1e-10 : 1e-5, "loss", evaluation.loss(), loss);
      if (objective.loss().classifies()) {
        assertThat(evaluation.accuracy()).isEqualTo(golden.number("accuracy"));
      } else {
        assertThat(evaluation.accuracy()).isNaN();
      }

      Evaluation beside = objective.gradient(theta, gradient);
      RelativeError.atMost(exact ? 1e-10 : 1e-5, "loss beside", beside.loss(), loss);
      RelativeError.atMost(
          exact ? 1e-8 : 1e-4, "gradient norm", gradient.norm(), golden.number("grad_norm"));
      RelativeError.atMost(
          exact ? 1e-7 : 1e-4, "gradient", gradient.toArray(), golden.vector("grad"));

      RelativeError.atMost(exact ? 1e-7 : 1e-3, "v·Hv", v.dot(product), golden.number("vHv"));
      RelativeError.atMost(exact ? 1e-7 : 1e-3, "Hv", product.toArray(), golden.vector("Hv"));
    }
  }

  static List<String> names() {
    return GoldenCase.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void slicesAndSurfacesAreThoseOfPyTorch(String name) {
    GoldenCase golden = GoldenCase.load(name);
    ObjectiveOptions options =
        ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withWorkers(2);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, options);
        Vector theta = objective.parameters();
        Vector first = objective.space().of(golden.direction("d1_filter"));
        Vector second = objective.space().of(golden.direction("d2_filter"))) {
      List<double[]> line = new ArrayList<>();
      for (double alpha : golden.numbers("slice_1d", "alpha")) {
        line.add(new double[] {alpha});
      }
      RelativeError.eachAtMost(
          1e-8,
          "slice",
          losses(objective, new AffineSubspace(theta, List.of(first)), line),
          golden.numbers("slice_1d", "d1_filter", "loss"));

      // Every third row and column: the corners, the edges, the middle.
      double[] alpha = golden.numbers("surface_2d", "alpha");
      double[] beta = golden.numbers("surface_2d", "beta");
      double[][] table = golden.table("surface_2d", "loss");
      List<double[]> plane = new ArrayList<>();
      List<Double> expected = new ArrayList<>();
      for (int i = 0; i < alpha.length; i += 3) {
        for (int j = 0; j < beta.length; j += 3) {
          plane.add(new double[] {alpha[i], beta[j]});
          expected.add(table[i][j]);
        }
      }
      RelativeError.eachAtMost(
          1e-8,
          "surface",
          losses(objective, new AffineSubspace(theta, List.of(first, second)), plane),
          expected.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theStandardErrorIsTheSpreadOfTheSamplesOverTheRootOfTheirNumber(String name) {
    GoldenCase golden = GoldenCase.load(name);
    double[] losses = lossesOfSamples(golden.vector("outputs"), golden.y().toDoubles());
    double mean = golden.number("loss");
    double squares = 0;
    for (double loss : losses) {
      squares += (loss - mean) * (loss - mean);
    }
    double expected = Math.sqrt(squares / (losses.length - 1)) / Math.sqrt(losses.length);

    try (NetworkObjective objective =
            GoldenObjectives.objective(
                golden, ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64));
        Vector theta = objective.parameters()) {
      RelativeError.atMost(
          1e-9, "standard error", objective.evaluate(theta).lossStandardError(), expected);
    }
  }

  /** Directly from PyTorch's outputs: squared errors for one output, cross-entropies for ten. */
  private static double[] lossesOfSamples(double[] outputs, double[] targets) {
    int width = outputs.length / targets.length;
    double[] losses = new double[targets.length];
    for (int n = 0; n < losses.length; n++) {
      if (width == 1) {
        losses[n] = Math.pow(outputs[n] - targets[n], 2);
        continue;
      }
      double sum = 0;
      for (int k = 0; k < width; k++) {
        sum += Math.exp(outputs[n * width + k]);
      }
      losses[n] = Math.log(sum) - outputs[n * width + (int) targets[n]];
    }
    return losses;
  }

  private static double[] losses(
      NetworkObjective objective, AffineSubspace subspace, List<double[]> coefficients) {
    return objective.evaluate(subspace, coefficients).stream()
        .mapToDouble(Evaluation::loss)
        .toArray();
  }
}
