package org.thalweg.objective;

import java.util.function.BinaryOperator;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;

/** A {@link SmoothFunction} as an objective. */
class SmoothObjective extends ArrayObjective implements TwiceDifferentiableObjective {
  private final SmoothFunction function;

  SmoothObjective(
      SmoothFunction function, double[] point, Precision precision, CostCounter counter) {
    super(function.layout(), point, precision, counter);
    this.function = function;
  }

  @Override
  Evaluation value(double[] theta) {
    return function.evaluate(theta);
  }

  @Override
  public Evaluation gradient(Vector theta, Vector target) {
    double[] point = requireLength("point", theta.toArray());
    counter().countGradient();
    target.set(requireLength("gradient", function.gradient(point.clone())));
    return function.evaluate(point);
  }

  @Override
  public LinearOperator hessian(Vector theta) {
    return operator(theta, function::hessianProduct, this::countHessianProduct);
  }

  /** Itself: there is no state but the counter, which is shared anyway. */
  @Override
  public SmoothObjective replicate() {
    return this;
  }

  /** (θ, v) ↦ A(θ)·v at a copy of θ. */
  final LinearOperator operator(Vector theta, BinaryOperator<double[]> product, Runnable count) {
    return new ProductOperator(requireLength("point", theta.toArray()), product, count);
  }

  private void countHessianProduct() {
    counter().countHessianProduct();
    if (function instanceof GivenFunction given) {
      for (int i = 0; i < given.gradientsPerProduct(); i++) {
        counter().countGradient();
      }
    }
  }

  private final class ProductOperator implements LinearOperator {
    private final double[] theta;
    private final BinaryOperator<double[]> product;
    private final Runnable count;

    ProductOperator(double[] theta, BinaryOperator<double[]> product, Runnable count) {
      this.theta = theta;
      this.product = product;
      this.count = count;
    }

    @Override
    public VectorSpace space() {
      return SmoothObjective.this.space();
    }

    @Override
    public void apply(Vector x, Vector y) {
      double[] direction = requireLength("direction", x.toArray());
      count.run();
      y.set(requireLength("product", product.apply(theta.clone(), direction)));
    }
  }
}
