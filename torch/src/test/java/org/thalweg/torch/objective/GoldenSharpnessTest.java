package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.sharpness.SharpnessMeasure;
import org.thalweg.probe.sharpness.SharpnessMeasures;
import org.thalweg.probe.sharpness.SharpnessOptions;
import org.thalweg.probe.sharpness.SharpnessProbe;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;

/** Sharpness of networks that PyTorch trained. */
class GoldenSharpnessTest {
  static List<String> names() {
    return GoldenCase.names();
  }

  private static SharpnessMeasure measure(String name, double radius) {
    return SharpnessMeasures.named(name)
        .measure(SharpnessOptions.defaults().withRadius(radius).withIterations(5).withRestarts(1));
  }

  @ParameterizedTest
  @MethodSource("names")
  void oneStepOfSamIsThatOfPyTorch(String name) {
    GoldenCase golden = GoldenCase.load(name);
    double rho = golden.number("sam_sharpness", "rho");
    for (Precision precision : Precision.values()) {
      boolean exact = precision == Precision.FLOAT64;
      try (NetworkObjective objective =
          GoldenObjectives.objective(
              golden, ObjectiveOptions.defaults().withPrecision(precision).withWorkers(2))) {
        SharpnessValue sam =
            new SharpnessProbe(List.of(measure("sam", rho)))
                .measure(objective, ExecutionOptions.defaults())
                .values()
                .get(0);
        RelativeError.atMost(
            exact ? 1e-8 : 1e-3,
            precision.text(),
            sam.value(),
            golden.number("sam_sharpness", "value"));
        RelativeError.atMost(
            exact ? 1e-8 : 1e-4,
            "gradient",
            sam.detail("gradientNorm"),
            golden.number("grad_norm"));
      }
    }
  }

  @Test
  void orderedAsTheirDefinitionsSayAndFreeOfWorkers() {
    SharpnessResult one = measured(1);
    assertThat(measured(3).values())
        .extracting(SharpnessValue::value)
        .isEqualTo(one.values().stream().map(SharpnessValue::value).toList());
    double sampled = one.values().get(0).value();
    double sam = one.values().get(1).value();
    double ball = one.values().get(2).value();
    assertThat(ball).isGreaterThanOrEqualTo(sampled).isGreaterThan(sam);
    assertThat(one.values())
        .extracting(SharpnessValue::outcome)
        .doesNotContain(Outcome.NON_FINITE, Outcome.NOT_APPLICABLE);
  }

  private static SharpnessResult measured(int workers) {
    GoldenCase golden = GoldenCase.load("mlp-digits");
    try (NetworkObjective objective =
            GoldenObjectives.objective(golden, ObjectiveOptions.defaults());
        Vector theta = objective.parameters()) {
      SharpnessResult result =
          new SharpnessProbe(
                  List.of(
                      measure("ball-sampled", 0.05),
                      measure("sam", 0.05),
                      measure("ball", 0.05),
                      measure("keskar-subspace", 1e-3),
                      measure("adaptive-worst-linf", 2e-3),
                      measure("adaptive-average-l2", 0.1)))
              .measure(objective, theta, ExecutionOptions.defaults().withWorkers(workers));
      assertThat(theta.toArray()).isEqualTo(objective.space().of(golden.parameters()).toArray());
      return result;
    }
  }
}
