package org.thalweg.linalg;

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
