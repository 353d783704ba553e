package org.thalweg.linalg;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

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
        a.together(),
        (xs, ys, stop) -> {
          if (!a.applyAll(xs, ys, stop)) {
            return false;
          }
          forEach(xs, ys, (x, y) -> y.axpy(sigma, x));
          return true;
        });
  }

  /** c·A. */
  public static LinearOperator scaled(LinearOperator a, double c) {
    return new Derived(
        a.space(),
        a.together(),
        (xs, ys, stop) -> {
          if (!a.applyAll(xs, ys, stop)) {
            return false;
          }
          ys.forEach(y -> y.scale(c));
          return true;
        });
  }

  /** A + B. */
  public static LinearOperator sum(LinearOperator a, LinearOperator b) {
    Dimensions.requireEqual("operator", a.space().dimension(), b.space().dimension());
    return new Derived(
        a.space(),
        a.together(),
        (xs, ys, stop) -> {
          try (VectorBlock second = VectorBlock.zeros(b.space(), xs.size())) {
            if (!a.applyAll(xs, ys, stop) || !b.applyAll(xs, second.vectors(), stop)) {
              return false;
            }
            forEach(ys, second.vectors(), (y, other) -> y.axpy(1, other));
            return true;
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
        a.together(),
        (xs, ys, stop) -> {
          try (VectorBlock outside = VectorBlock.copies(xs)) {
            outside.vectors().forEach(x -> Orthogonalisation.remove(x, basis));
            if (!a.applyAll(outside.vectors(), ys, stop)) {
              return false;
            }
          }
          ys.forEach(y -> Orthogonalisation.remove(y, basis));
          return true;
        });
  }

  private static void forEach(
      List<? extends Vector> xs,
      List<? extends Vector> ys,
      BiConsumer<? super Vector, ? super Vector> task) {
    for (int i = 0; i < xs.size(); i++) {
      task.accept(xs.get(i), ys.get(i));
    }
  }

  /** As {@link LinearOperator#applyAll}. */
  private interface Products {
    boolean apply(List<? extends Vector> xs, List<? extends Vector> ys, BooleanSupplier stop);
  }

  private record Derived(VectorSpace space, int together, Products products)
      implements LinearOperator {
    @Override
    public void apply(Vector x, Vector y) {
      applyAll(List.of(x), List.of(y), () -> false);
    }

    @Override
    public boolean applyAll(
        List<? extends Vector> xs, List<? extends Vector> ys, BooleanSupplier stop) {
      xs.forEach(x -> Dimensions.requireEqual("vector", space.dimension(), x.dimension()));
      return products.apply(xs, ys, stop);
    }
  }
}
