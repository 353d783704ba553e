package org.thalweg.torch.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DeterminismCheck;
import org.thalweg.objective.Evaluation;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.curvature.Spectrum;
import org.thalweg.probe.sharpness.AdaptiveScale;
import org.thalweg.probe.sharpness.OneStepSharpness;
import org.thalweg.probe.sharpness.SharpnessProbe;
import org.thalweg.result.Eigenvalue;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

/** TorchScript files against PyTorch in float64. */
class GoldenScriptTest {
  private static final ObjectiveOptions FLOAT64 =
      ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withWorkers(2);

  @TempDir Path folder;

  static List<String> names() {
    return GoldenCase.scriptNames();
  }

  @ParameterizedTest
  @MethodSource("names")
  void parametersAreThoseOfPyTorch(String name) {
    try (ScriptCase script = ScriptCase.load(name, folder)) {
      assertThat(script.network().layout().fingerprint())
          .isEqualTo(script.golden().layout().fingerprint());
      assertThat(script.network().weights()).containsExactly(script.golden().parameters());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void valueGradientAndHessianProductInFloat64(String name) {
    try (ScriptCase script = ScriptCase.load(name, folder);
        NetworkObjective objective = script.objective(FLOAT64.withChunkSize(100))) {
      double tolerance = tolerance(name);
      compare(script.golden(), objective, tolerance, tolerance, tolerance);
      try (Vector theta = objective.parameters()) {
        DeterminismCheck.require(objective, theta);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void valueGradientAndHessianProductInFloat32(String name) {
    try (ScriptCase script = ScriptCase.load(name, folder);
        NetworkObjective objective =
            script.objective(FLOAT64.withPrecision(Precision.FLOAT32).withChunkSize(7))) {
      compare(script.golden(), objective, 1e-5, 1e-4, 1e-3);
    }
  }

  private static void compare(
      GoldenCase golden,
      NetworkObjective objective,
      double lossTolerance,
      double gradientTolerance,
      double productTolerance) {
    try (Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector v = objective.space().of(golden.direction("v"));
        LinearOperator hessian = objective.hessian(theta)) {
      Evaluation evaluation = objective.evaluate(theta);
      RelativeError.atMost(lossTolerance, "loss", evaluation.loss(), golden.number("loss"));
      if (!golden.name().equals("mlp-regression")) {
        assertThat(evaluation.accuracy()).isEqualTo(golden.number("accuracy"));
      }
      // Also after several calls, when an executor could have specialised the graph.
      for (int call = 0; call < 3; call++) {
        Evaluation beside = objective.gradient(theta, gradient);
        RelativeError.atMost(lossTolerance, "loss beside", beside.loss(), golden.number("loss"));
        RelativeError.atMost(
            gradientTolerance, "gradient norm", gradient.norm(), golden.number("grad_norm"));
        try (Vector product = hessian.apply(v)) {
          RelativeError.atMost(productTolerance, "v·Hv", v.dot(product), golden.number("vHv"));
          RelativeError.atMost(productTolerance, "Hv", product.toArray(), golden.vector("Hv"));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void slicesAndSurfaces(String name) {
    compareSlicesAndSurface(name, 3);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("names")
  void wholeSurfaces(String name) {
    compareSlicesAndSurface(name, 1);
  }

  /** Both slices whole, and every so-manieth row and column of the surface. */
  private void compareSlicesAndSurface(String name, int every) {
    try (ScriptCase script = ScriptCase.load(name, folder);
        NetworkObjective objective = script.objective(FLOAT64);
        Vector theta = objective.parameters();
        Vector first = objective.space().of(script.golden().direction("d1_filter"));
        Vector second = objective.space().of(script.golden().direction("d2_filter"))) {
      GoldenCase golden = script.golden();
      List<double[]> line = new ArrayList<>();
      for (double alpha : golden.numbers("slice_1d", "alpha")) {
        line.add(new double[] {alpha});
      }
      for (String key : List.of("d1_filter", "d1_layer")) {
        if (!golden.directions().containsKey(key)) {
          continue; // left out of the large cases
        }
        try (Vector direction = objective.space().of(golden.direction(key))) {
          RelativeError.eachAtMost(
              tolerance(name),
              "slice along " + key,
              losses(objective, new AffineSubspace(theta, List.of(direction)), line),
              golden.numbers("slice_1d", key, "loss"));
        }
      }

      double[] alpha = golden.numbers("surface_2d", "alpha");
      double[] beta = golden.numbers("surface_2d", "beta");
      double[][] table = golden.table("surface_2d", "loss");
      List<double[]> plane = new ArrayList<>();
      List<Double> expected = new ArrayList<>();
      for (int i = 0; i < alpha.length; i += every) {
        for (int j = 0; j < beta.length; j += every) {
          plane.add(new double[] {alpha[i], beta[j]});
          expected.add(table[i][j]);
        }
      }
      RelativeError.eachAtMost(
          tolerance(name),
          "surface",
          losses(objective, new AffineSubspace(theta, List.of(first, second)), plane),
          expected.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void topEigenvalues(String name) {
    // The error of an eigenvalue is about the square of that of its vector.
    // Images take minutes: their other eigenvalues are compared under the slow profile.
    compareEigenvalues(name, images(name) ? 1 : 3, 0, images(name) ? 1e-4 : 1e-5);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("names")
  void allEigenvalues(String name) {
    compareEigenvalues(name, 10, 3, 1e-5);
  }

  private void compareEigenvalues(String name, int top, int bottom, double tolerance) {
    try (ScriptCase script = ScriptCase.load(name, folder);
        NetworkObjective objective = script.objective(FLOAT64);
        Vector theta = objective.parameters();
        Spectrum spectrum =
            new HessianSpectrumProbe(
                    LanczosOptions.of(top, bottom).withTolerance(tolerance).withMaxProducts(5000))
                .measure(objective, theta)) {
      GoldenCase golden = script.golden();
      RelativeError.eachAtMost(
          1e-6,
          "largest eigenvalues",
          values(spectrum.result().top()),
          Arrays.copyOf(golden.numbers("hessian_top10"), top));
      RelativeError.eachAtMost(
          1e-6,
          "smallest eigenvalues",
          values(spectrum.result().bottom()),
          Arrays.copyOf(golden.numbers("hessian_bottom3"), bottom));
    }
  }

  private static double[] values(List<Eigenvalue> eigenvalues) {
    return eigenvalues.stream().mapToDouble(Eigenvalue::value).toArray();
  }

  private static boolean images(String name) {
    return name.startsWith("resnet") || name.contains("cnn");
  }

  @ParameterizedTest
  @MethodSource("names")
  void oneStepOfSam(String name) {
    try (ScriptCase script = ScriptCase.load(name, folder);
        NetworkObjective objective = script.objective(FLOAT64)) {
      double rho = script.golden().number("sam_sharpness", "rho");
      SharpnessProbe sam =
          new SharpnessProbe(List.of(new OneStepSharpness(rho, AdaptiveScale.PLAIN)));
      RelativeError.atMost(
          tolerance(name),
          "SAM",
          sam.measure(objective, ExecutionOptions.defaults()).values().get(0).value(),
          script.golden().number("sam_sharpness", "value"));
    }
  }

  private static double[] losses(
      NetworkObjective objective, AffineSubspace subspace, List<double[]> coefficients) {
    return objective.evaluate(subspace, coefficients).stream()
        .mapToDouble(Evaluation::loss)
        .toArray();
  }

  private static double tolerance(String name) {
    return name.startsWith("transformer") || name.startsWith("resnet") ? 1e-6 : 1e-8;
  }
}
