package org.thalweg.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.SmoothFunction;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Outcome;

class GradientProbeTest {
  /** ½‖θ‖² over a weight of shape (2, 2) and a bias of shape (1). */
  private record HalfSquare() implements SmoothFunction {
    @Override
    public ParameterLayout layout() {
      return ParameterLayout.builder()
          .add("fc.weight", ParameterKind.WEIGHT, 2, 2)
          .add("fc.bias", ParameterKind.BIAS, 1)
          .build();
    }

    @Override
    public Evaluation evaluate(double[] theta) {
      double sum = 0;
      for (double t : theta) {
        sum += t * t;
      }
      return new Evaluation(sum / 2, 0.25, 0.75);
    }

    @Override
    public double[] gradient(double[] theta) {
      return theta;
    }

    @Override
    public double[] hessianProduct(double[] theta, double[] v) {
      return v;
    }
  }

  @Test
  void normsOverallAndByTensor() {
    GradientResult result = measure(1, 2, 4, 2, 12);
    assertThat(result.norm()).isCloseTo(13, within(1e-14));
    assertThat(result.normByTensor()).containsOnlyKeys("fc.weight", "fc.bias");
    assertThat(result.normByTensor())
        .containsEntry("fc.weight", 5.0)
        .containsEntry("fc.bias", 12.0);
    assertThat(result.loss()).isEqualTo(84.5);
    assertThat(result.lossStandardError()).isEqualTo(0.25);
    assertThat(result.accuracy()).isEqualTo(0.75);
    assertThat(result.accuracyStandardError()).as("of a function without samples").isNaN();
    assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(result.cost().gradient()).isEqualTo(1);
    assertThat(result.cost().forward()).isZero();
    assertThat(result.cost().seconds()).isPositive();
  }

  @Test
  void aGradientThatIsNotFiniteIsSaidToBe() {
    GradientResult result = measure(1, 2, Double.NaN, 2, 12);
    assertThat(result.outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(result.norm()).isNaN();
    assertThat(result.normByTensor()).containsEntry("fc.bias", 12.0);
  }

  private static GradientResult measure(double... point) {
    TwiceDifferentiableObjective objective = FunctionObjective.of(new HalfSquare(), point);
    try (Vector theta = objective.parameters()) {
      return new GradientProbe().measure(objective, theta);
    }
  }
}
