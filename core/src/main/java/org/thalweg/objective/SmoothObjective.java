package org.thalweg.objective;

import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;

/** A {@link SmoothFunction} as an objective. */
final class SmoothObjective extends ArrayObjective implements TwiceDifferentiableObjective {
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
    return new Hessian(requireLength("point", theta.toArray()));
  }

  /** Itself: there is no state but the counter, which is shared anyway. */
  @Override
  public TwiceDifferentiableObjective replicate() {
    return this;
  }

  private final class Hessian implements LinearOperator {
    private final double[] theta;

    Hessian(double[] theta) {
      this.theta = theta;
    }

    @Override
    public VectorSpace space() {
      return SmoothObjective.this.space();
    }

    @Override
    public void apply(Vector x, Vector y) {
      double[] direction = requireLength("direction", x.toArray());
      counter().countHessianProduct();
      if (function instanceof GivenFunction given) {
        for (int i = 0; i < given.gradientsPerProduct(); i++) {
          counter().countGradient();
        }
      }
      y.set(
          requireLength(
              "Hessian-vector product", function.hessianProduct(theta.clone(), direction)));
    }
  }
}
