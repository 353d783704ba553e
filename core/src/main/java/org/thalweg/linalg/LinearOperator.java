package org.thalweg.linalg;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A symmetric matrix, known by what it does to a vector. Hessian, Gauss–Newton, Fisher, shifted and
 * projected matrices are all values of this type; algorithms accept nothing else.
 */
public interface LinearOperator extends AutoCloseable {
  VectorSpace space();

  /**
   * y ← A·x; {@code x} is left as it is, {@code y} is overwritten, and the two are different
   * vectors.
   */
  void apply(Vector x, Vector y);

  /**
   * Several products, yᵢ ← A·xᵢ, which an operator may do cheaper together than one by one, and
   * stop on the way.
   *
   * @param stop asked before every product at least, possibly by several threads at once
   * @return whether all were done; if not, what the {@code ys} hold is of no use
   */
  default boolean applyAll(
      List<? extends Vector> xs, List<? extends Vector> ys, BooleanSupplier stop) {
    for (int i = 0; i < xs.size(); i++) {
      if (stop.getAsBoolean()) {
        return false;
      }
      apply(xs.get(i), ys.get(i));
    }
    return true;
  }

  /**
   * How many products {@link #applyAll} does cheaper together than one by one; 1 if it makes no
   * difference.
   */
  default int together() {
    return 1;
  }

  /** A·x as a new vector, closed by the caller. */
  default Vector apply(Vector x) {
    Vector y = space().zeros();
    apply(x, y);
    return y;
  }

  /** Frees what was kept to make products cheaper. */
  @Override
  default void close() {}
}
