package org.thalweg.objective;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/**
 * Rosenbrock's curved valley, L(θ) = Σ 100(θᵢ₊₁ − θᵢ²)² + (1 − θᵢ)²; its minimum 0 is at (1, …, 1).
 * Source: H. Rosenbrock (1960).
 */
public final class Rosenbrock implements SmoothFunction {
  private final int dimension;

  /** The function of {@code dimension} ≥ 2 variables. */
  public Rosenbrock(int dimension) {
    if (dimension < 2) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least two variables")
          .found(Integer.toString(dimension))
          .next("use two or more");
    }
    this.dimension = dimension;
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder().add("theta", ParameterKind.WEIGHT, 1, dimension).build();
  }

  @Override
  public Evaluation evaluate(double[] t) {
    double sum = 0;
    for (int i = 0; i + 1 < dimension; i++) {
      double bend = t[i + 1] - t[i] * t[i];
      sum += 100 * bend * bend + (1 - t[i]) * (1 - t[i]);
    }
    return Evaluation.exact(sum);
  }

  @Override
  public double[] gradient(double[] t) {
    double[] gradient = new double[dimension];
    for (int i = 0; i + 1 < dimension; i++) {
      double bend = t[i + 1] - t[i] * t[i];
      gradient[i] += -400 * t[i] * bend - 2 * (1 - t[i]);
      gradient[i + 1] += 200 * bend;
    }
    return gradient;
  }

  @Override
  public double[] hessianProduct(double[] t, double[] v) {
    double[] product = new double[dimension];
    for (int i = 0; i + 1 < dimension; i++) {
      product[i] += (1200 * t[i] * t[i] - 400 * t[i + 1] + 2) * v[i] - 400 * t[i] * v[i + 1];
      product[i + 1] += 200 * v[i + 1] - 400 * t[i] * v[i];
    }
    return product;
  }
}
