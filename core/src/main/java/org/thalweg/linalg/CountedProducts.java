package org.thalweg.linalg;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.thalweg.result.Outcome;

/** Products that are counted, announced, checked to be finite, and stopped on request. */
final class CountedProducts {
  private final LinearOperator operator;
  private final int most;
  private final ProductListener listener;
  private final BooleanSupplier cancelled;
  private int done;
  private Outcome outcome = Outcome.CONVERGED;

  CountedProducts(
      LinearOperator operator, int most, ProductListener listener, BooleanSupplier cancelled) {
    this.operator = operator;
    this.most = most;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  VectorSpace space() {
    return operator.space();
  }

  /**
   * y ← A·x.
   *
   * @return false if someone wants to stop or the product is not finite; {@link #outcome} says
   *     which
   */
  boolean apply(Vector x, Vector y) {
    return applyAll(List.of(x), List.of(y));
  }

  /** How many products are cheaper together, within reason. */
  int together() {
    return Math.min(VectorBlock.MOST, operator.together());
  }

  /** The same for several at once; either all are done and counted, or none. */
  boolean applyAll(List<? extends Vector> xs, List<? extends Vector> ys) {
    if (!operator.applyAll(xs, ys, cancelled)) {
      outcome = Outcome.CANCELLED;
      return false;
    }
    for (Vector y : ys) {
      listener.product(++done, most);
      if (!Double.isFinite(y.norm())) {
        outcome = Outcome.NON_FINITE;
      }
    }
    return outcome == Outcome.CONVERGED;
  }

  int done() {
    return done;
  }

  /** CONVERGED as long as nothing went wrong. */
  Outcome outcome() {
    return outcome;
  }
}
