package org.thalweg.torch.script;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.random.RandomStream;

/**
 * Distrusts the Hessian of a network from elsewhere before it is measured: H must be symmetric,
 * uᵀHv = vᵀHu for random u and v, at the first products and again at later ones, when an executor
 * that specialises itself would have done so.
 *
 * <p>Cost: six Hessian-vector products. Finite differences are no oracle here: one kink of a
 * rectifier between two points makes them wrong.
 */
public final class SecondDerivatives {
  private static final int ROUNDS = 3;
  private static final long SEED = 0;

  private SecondDerivatives() {}

  /**
   * Checks at θ.
   *
   * @throws ThalwegException {@code HESSIAN_UNSOUND} if H is not symmetric, or some operator of the
   *     network has no second derivative
   */
  public static void require(TwiceDifferentiableObjective objective, Vector theta) {
    int dimension = objective.layout().dimension();
    double tolerance = objective.space().precision() == Precision.FLOAT64 ? 1e-8 : 1e-3;
    try (LinearOperator hessian = objective.hessian(theta);
        Vector u = random(objective, dimension, 0);
        Vector v = random(objective, dimension, 1);
        Vector product = objective.space().zeros()) {
      for (int round = 1; round <= ROUNDS; round++) {
        hessian.apply(v, product);
        double one = u.dot(product);
        double scale = u.norm() * product.norm();
        hessian.apply(u, product);
        double other = v.dot(product);
        scale = Math.max(scale, v.norm() * product.norm());
        if (Math.abs(one - other) > tolerance * scale) {
          throw ThalwegException.of(ErrorCode.HESSIAN_UNSOUND)
              .expected("uᵀHv = vᵀHu, up to " + tolerance + " of ‖u‖‖Hv‖ = " + scale)
              .found("%.12g and %.12g in round %d".formatted(one, other, round))
              .next(
                  "look for an operator whose derivative is not a function of θ alone (custom or"
                      + " detached gradients, random numbers); losses and gradients may still be"
                      + " right");
        }
      }
    } catch (ThalwegException e) {
      throw e;
    } catch (RuntimeException e) {
      throw missing(e);
    }
  }

  private static RuntimeException missing(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    int start = message.indexOf("derivative for");
    if (start < 0) {
      return failure;
    }
    return ThalwegException.of(ErrorCode.HESSIAN_UNSOUND)
        .expected("a network that can be differentiated twice")
        .found(message.substring(start).lines().findFirst().orElse(message))
        .because(failure)
        .next("write this operator with elementary ones; losses and gradients can be measured");
  }

  private static Vector random(TwiceDifferentiableObjective objective, int dimension, long index) {
    return objective
        .space()
        .of(RandomStream.of(SEED, "symmetry of the Hessian", index).gaussians(dimension));
  }
}
