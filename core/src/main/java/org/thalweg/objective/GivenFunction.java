package org.thalweg.objective;

import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.thalweg.parameter.ParameterLayout;

/** A function given by its parts; without a Hessian, products are differences of gradients. */
record GivenFunction(
    ParameterLayout layout,
    ToDoubleFunction<double[]> value,
    UnaryOperator<double[]> gradientFunction,
    @Nullable BinaryOperator<double[]> product)
    implements SmoothFunction {
  /** ∛u balances the truncation error h² against the rounding error u/h. */
  private static final double STEP = Math.cbrt(0x1p-53);

  @Override
  public Evaluation evaluate(double[] theta) {
    return Evaluation.exact(value.applyAsDouble(theta));
  }

  @Override
  public double[] gradient(double[] theta) {
    return gradientFunction.apply(theta);
  }

  /** Gradients that one product costs. */
  int gradientsPerProduct() {
    return product == null ? 2 : 0;
  }

  @Override
  public double[] hessianProduct(double[] theta, double[] v) {
    return product == null ? difference(theta, v) : product.apply(theta, v);
  }

  private double[] difference(double[] theta, double[] v) {
    double size = norm(v);
    double[] result = new double[v.length];
    if (size == 0) {
      return result;
    }
    double h = STEP * (1 + norm(theta));
    double[] ahead = gradient(moved(theta, h / size, v));
    double[] behind = gradient(moved(theta, -h / size, v));
    for (int i = 0; i < result.length; i++) {
      result[i] = size * (ahead[i] - behind[i]) / (2 * h);
    }
    return result;
  }

  private static double[] moved(double[] theta, double step, double[] v) {
    double[] moved = theta.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * v[i];
    }
    return moved;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
