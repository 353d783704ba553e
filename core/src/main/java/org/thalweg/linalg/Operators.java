package org.thalweg.linalg;

import java.util.List;

/**
 * Operators made from operators. Each borrows what it is made of: closing the result closes
 * nothing, and the parts must live as long as it is used. A product costs one product of every
 * part.
 */
public final class Operators {
  private Operators() {}

  /** A + σI: the same eigenvectors, every eigenvalue moved by σ. */
  public static LinearOperator shifted(LinearOperator a, double sigma) {
    return new Derived(
        a.space(),
        (x, y) -> {
          a.apply(x, y);
          y.axpy(sigma, x);
        });
  }

  /** c·A. */
  public static LinearOperator scaled(LinearOperator a, double c) {
    return new Derived(
        a.space(),
        (x, y) -> {
          a.apply(x, y);
          y.scale(c);
        });
  }

  /** A + B. */
  public static LinearOperator sum(LinearOperator a, LinearOperator b) {
    Dimensions.requireEqual("operator", a.space().dimension(), b.space().dimension());
    return new Derived(
        a.space(),
        (x, y) -> {
          a.apply(x, y);
          try (Vector second = b.apply(x)) {
            y.axpy(1, second);
          }
        });
  }

  /**
   * PAP with P = I − VVᵀ: A on the orthogonal complement of the given vectors, zero on their span.
   * This is deflation: eigenvectors that are known no longer show.
   *
   * @param orthonormal V, orthonormal vectors; borrowed
   */
  public static LinearOperator projected(LinearOperator a, List<? extends Vector> orthonormal) {
    List<? extends Vector> basis = List.copyOf(orthonormal);
    for (Vector v : basis) {
      Dimensions.requireEqual("vector", a.space().dimension(), v.dimension());
    }
    return new Derived(
        a.space(),
        (x, y) -> {
          try (Vector outside = x.copy()) {
            Orthogonalisation.remove(outside, basis);
            a.apply(outside, y);
          }
          Orthogonalisation.remove(y, basis);
        });
  }

  private interface Product {
    void apply(Vector x, Vector y);
  }

  private record Derived(VectorSpace space, Product product) implements LinearOperator {
    @Override
    public void apply(Vector x, Vector y) {
      Dimensions.requireEqual("vector", space.dimension(), x.dimension());
      product.apply(x, y);
    }
  }
}
