package org.thalweg.objective;

import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/**
 * Objectives written in plain Java.
 *
 * <pre>{@code
 * TwiceDifferentiableObjective valley =
 *     FunctionObjective.withGradient(
 *         new double[] {1, 1},
 *         t -> t[0] * t[0] + 10 * t[1] * t[1],
 *         t -> new double[] {2 * t[0], 20 * t[1]});
 * }</pre>
 *
 * <p>Functions get arrays of their own and must be free of side effects: replicas on several
 * threads call them at once. Functions compute in float64; vectors are float64 unless said
 * otherwise. A function of an array has one tensor {@code theta} of shape (1, d): one filter, so
 * that direction normalisation treats θ as a whole.
 */
public final class FunctionObjective {
  private FunctionObjective() {}

  /** Value only: slices and surfaces. */
  public static Objective of(double[] point, ToDoubleFunction<double[]> value) {
    return new ValueObjective(theta(point), point, Precision.FLOAT64, value, new CostCounter());
  }

  /**
   * Value and gradient; Hessian-vector products by central differences of the gradient,
   *
   * <p>Hv ≈ ‖v‖ (∇L(θ + hv/‖v‖) − ∇L(θ − hv/‖v‖)) / 2h, h = ∛u (1 + ‖θ‖), u = 2⁻⁵³,
   *
   * <p>two gradients each, counted as such and as a product. The error is O(h²) of the third
   * derivatives plus u‖∇L‖/h from rounding: about ten correct digits for a well-scaled function,
   * none where the function has a kink between the two points.
   */
  public static TwiceDifferentiableObjective withGradient(
      double[] point, ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient) {
    return new SmoothObjective(
        new GivenFunction(theta(point), value, gradient, null),
        point,
        Precision.FLOAT64,
        new CostCounter());
  }

  /** Value, gradient and Hessian-vector product (θ, v) ↦ ∇²L(θ)·v. */
  public static TwiceDifferentiableObjective withHessian(
      double[] point,
      ToDoubleFunction<double[]> value,
      UnaryOperator<double[]> gradient,
      BinaryOperator<double[]> hessianProduct) {
    return new SmoothObjective(
        new GivenFunction(theta(point), value, gradient, hessianProduct),
        point,
        Precision.FLOAT64,
        new CostCounter());
  }

  /** An analytic function at a point. */
  public static TwiceDifferentiableObjective of(SmoothFunction function, double[] point) {
    return of(function, point, Precision.FLOAT64);
  }

  /**
   * An analytic function at a point, with vectors of this precision; a {@link SampledObjective} if
   * it is a {@link SampledFunction}.
   */
  public static TwiceDifferentiableObjective of(
      SmoothFunction function, double[] point, Precision precision) {
    return function instanceof SampledFunction sampled
        ? of(sampled, point, precision)
        : new SmoothObjective(function, point, precision, new CostCounter());
  }

  /** An analytic mean over samples at a point. */
  public static SampledObjective of(SampledFunction function, double[] point) {
    return of(function, point, Precision.FLOAT64);
  }

  /** An analytic mean over samples at a point, with vectors of this precision. */
  public static SampledObjective of(SampledFunction function, double[] point, Precision precision) {
    return new SampledSmoothObjective(function, point, precision);
  }

  private static ParameterLayout theta(double[] point) {
    return ParameterLayout.builder().add("theta", ParameterKind.WEIGHT, 1, point.length).build();
  }
}
