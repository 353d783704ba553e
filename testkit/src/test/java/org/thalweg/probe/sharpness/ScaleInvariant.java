package org.thalweg.probe.sharpness;

import org.thalweg.objective.Evaluation;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.SmoothFunction;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/**
 * L(a, b) = Σᵢ (aᵢbᵢ − tᵢ)² + 1/10: the same for (ca, b/c), like two layers of a linear network of
 * which one is scaled up and the next one down.
 */
record ScaleInvariant() implements SmoothFunction {
  private static final double[] TARGETS = {1, -2, 0.5, 3};

  static TwiceDifferentiableObjective scaledBy(double c) {
    return FunctionObjective.of(
        new ScaleInvariant(),
        new double[] {1.1 * c, -0.9 * c, 0.7 * c, 1.6 * c, 1 / c, 2 / c, 0.8 / c, 1.7 / c});
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder()
        .add("a", ParameterKind.WEIGHT, 2, 2)
        .add("b", ParameterKind.WEIGHT, 2, 2)
        .build();
  }

  @Override
  public Evaluation evaluate(double[] theta) {
    double sum = 0.1;
    for (int i = 0; i < 4; i++) {
      sum += Math.pow(theta[i] * theta[i + 4] - TARGETS[i], 2);
    }
    return Evaluation.exact(sum);
  }

  @Override
  public double[] gradient(double[] theta) {
    double[] gradient = new double[8];
    for (int i = 0; i < 4; i++) {
      double residual = 2 * (theta[i] * theta[i + 4] - TARGETS[i]);
      gradient[i] = residual * theta[i + 4];
      gradient[i + 4] = residual * theta[i];
    }
    return gradient;
  }

  @Override
  public double[] hessianProduct(double[] theta, double[] v) {
    throw new UnsupportedOperationException("not needed here");
  }
}
