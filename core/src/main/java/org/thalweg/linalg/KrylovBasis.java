package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;

/**
 * An orthonormal basis V that grows by products, and the projected matrix VᵀAV, whose columns are
 * the coefficients of the orthogonalisation. Because every column is kept, nothing rests on a
 * three-term recurrence, and the basis may hold Ritz vectors of earlier bases (thick restart) and
 * several random starts. Owns its vectors.
 */
final class KrylovBasis implements AutoCloseable {
  /** A remainder below this multiple of roundoff is no direction but noise. */
  private static final double BREAKDOWN = 16;

  private static final int RANDOM_ATTEMPTS = 5;

  private final LinearOperator operator;
  private final long seed;
  private final double[][] projected;
  private List<Vector> vectors = new ArrayList<>();
  private @Nullable Vector next;
  private double coupling;
  private double norm;
  private int randomStarts;

  KrylovBasis(LinearOperator operator, int capacity, long seed) {
    this.operator = operator;
    this.seed = seed;
    this.projected = new double[capacity][capacity];
  }

  /** Vectors whose products are known. */
  int size() {
    return vectors.size();
  }

  boolean full() {
    return size() == projected.length;
  }

  /** Whether nothing is left outside the span. */
  boolean complete() {
    return size() == operator.space().dimension();
  }

  /** A lower bound of ‖A‖₂: the largest ‖Av‖ so far. */
  double norm() {
    return norm;
  }

  /** Whether there is a direction for the next product; after a breakdown there is none. */
  boolean hasNext() {
    return next != null;
  }

  /** Continues with a random direction orthogonal to the basis. */
  void continueAtRandom() {
    RandomStream random = RandomStream.of(seed, "lanczos start", randomStarts++);
    for (int attempt = 0; attempt < RANDOM_ATTEMPTS; attempt++) {
      Vector x = operator.space().of(random.gaussians(operator.space().dimension()));
      if (continueWith(x, 1e-4)) {
        return;
      }
    }
    throw new IllegalStateException("no random vector leaves the span of the basis");
  }

  /**
   * Continues with the part of x outside the span; takes x over.
   *
   * @return false, and nothing has changed, if less than {@code share} of x lies outside
   */
  boolean continueWith(Vector x, double share) {
    try {
      double before = x.norm();
      x.scale(1 / before);
      Orthogonalisation.remove(x, vectors);
      double outside = x.norm();
      if (!(outside > share)) {
        return false;
      }
      x.scale(1 / outside);
      // Once more, because scaling up the remainder scales up what was left of the basis in it.
      Orthogonalisation.remove(x, vectors);
      setNext(x.copy(), 0);
      return true;
    } finally {
      x.close();
    }
  }

  /**
   * One product: A·next, orthogonalised, becomes the next direction.
   *
   * @param stop asked before the product and on its way
   * @return CONVERGED; or, and the basis is as before, CANCELLED or NON_FINITE
   */
  Outcome expand(BooleanSupplier stop) {
    Vector v = Objects.requireNonNull(next, "no direction to expand");
    Vector w = operator.space().zeros();
    boolean kept = false;
    try {
      if (!operator.applyAll(List.of(v), List.of(w), stop)) {
        return Outcome.CANCELLED;
      }
      double image = w.norm();
      if (!Double.isFinite(image)) {
        return Outcome.NON_FINITE;
      }
      vectors.add(v);
      next = null;
      norm = Math.max(norm, image);
      int j = size() - 1;
      double[] column = Orthogonalisation.remove(w, vectors);
      for (int i = 0; i <= j; i++) {
        projected[i][j] = column[i];
        projected[j][i] = column[i];
      }
      double remainder = w.norm();
      double noise = BREAKDOWN * operator.space().precision().unitRoundoff() * norm;
      coupling = 0;
      if (remainder > noise && !complete()) {
        setNext(w.scale(1 / remainder), remainder);
        kept = true;
      }
      return Outcome.CONVERGED;
    } finally {
      if (!kept) {
        w.close();
      }
    }
  }

  /** Eigenpairs of the projected matrix; their residuals as far as this basis knows. */
  RitzPairs ritzPairs() {
    return RitzPairs.of(projected, size(), coupling);
  }

  /** Σ sᵢvᵢ with norm 1, as a new vector. */
  Vector combination(double[] coefficients) {
    Vector sum = operator.space().zeros();
    try {
      for (int i = 0; i < size(); i++) {
        sum.axpy(coefficients[i], vectors.get(i));
      }
      return sum.scale(1 / sum.norm());
    } catch (RuntimeException | Error e) {
      sum.close();
      throw e;
    }
  }

  /** Thick restart: the basis becomes the Ritz vectors at these indices; next stays. */
  void restart(RitzPairs ritz, int[] kept) {
    List<Vector> fresh = new ArrayList<>();
    try {
      for (int index : kept) {
        Vector y = combination(ritz.coefficients(index));
        Orthogonalisation.remove(y, fresh);
        fresh.add(y.scale(1 / y.norm()));
      }
    } catch (RuntimeException | Error e) {
      fresh.forEach(Vector::close);
      throw e;
    }
    vectors.forEach(Vector::close);
    vectors = fresh;
    for (double[] row : projected) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < kept.length; i++) {
      projected[i][i] = ritz.value(kept[i]);
    }
  }

  @Override
  public void close() {
    vectors.forEach(Vector::close);
    if (next != null) {
      next.close();
    }
  }

  private void setNext(Vector direction, double remainder) {
    if (next != null) {
      next.close();
    }
    next = direction;
    coupling = remainder;
  }
}
