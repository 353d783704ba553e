package org.thalweg.linalg;

/**
 * A mutable vector of a fixed space. Operations work in place and return {@code this}, so that a
 * recurrence needs no temporaries; dot products accumulate in float64 whatever the precision.
 *
 * <p>A vector may own native memory: whoever creates it ({@link VectorSpace#zeros}, {@link #copy})
 * closes it. Using a closed vector is an error, closing twice is not.
 */
public interface Vector extends AutoCloseable {
  VectorSpace space();

  default int dimension() {
    return space().dimension();
  }

  /** Σ xᵢyᵢ, accumulated in float64. */
  double dot(Vector other);

  /** ‖x‖₂. */
  default double norm() {
    return Math.sqrt(dot(this));
  }

  /** this ← this + a·x. */
  Vector axpy(double a, Vector x);

  /** this ← a·this. */
  Vector scale(double a);

  /** this ← x. */
  Vector set(Vector x);

  /** this ← values, rounded to the precision of the space. */
  Vector set(double[] values);

  /** A new vector with the same components. */
  Vector copy();

  /** The components, in float64. */
  double[] toArray();

  @Override
  void close();
}
