package org.thalweg.bench;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Operators;
import org.thalweg.linalg.PowerIteration;
import org.thalweg.linalg.PowerOptions;
import org.thalweg.linalg.ProductListener;
import org.thalweg.linalg.Vector;

/**
 * Power iteration with deflation at its best: each pair is found just so well that the errors of
 * the earlier ones do not keep the last from a residual of 10⁻³. How well that is follows from the
 * eigenvalues, which it is told; in practice nobody knows, and one tolerance for all pairs may
 * never be met.
 */
final class DeflatedPower implements AutoCloseable {
  private static final double TOLERANCE = 1e-3;
  private static final int MOST_PRODUCTS = 1_000_000;

  private final LinearOperator operator;
  private final double limit;
  private final long start = System.nanoTime();
  private final List<Vector> known = new ArrayList<>();
  private int products;
  private double seconds;

  /**
   * @param limit seconds after which it is given up
   */
  DeflatedPower(LinearOperator operator, double limit) {
    this.operator = operator;
    this.limit = limit;
  }

  void find(double[] eigenvalues) {
    double smallest = Math.abs(eigenvalues[eigenvalues.length - 1]);
    boolean going = true;
    for (int i = 0; going && i < eigenvalues.length; i++) {
      boolean last = i == eigenvalues.length - 1;
      double tolerance = TOLERANCE * (last ? 1 : 0.3 * smallest / Math.abs(eigenvalues[i]));
      going = next(tolerance);
    }
    seconds = elapsed();
  }

  private boolean next(double tolerance) {
    LinearOperator deflated = Operators.projected(operator, known);
    PowerOptions options = new PowerOptions(1, tolerance, MOST_PRODUCTS, known.size());
    try (Eigenpairs found =
        PowerIteration.solve(
            deflated, options, ProductListener.silent(), () -> elapsed() > limit)) {
      products += found.products();
      List<Eigenpair> pairs = new ArrayList<>(found.top());
      pairs.addAll(found.bottom());
      boolean converged = !pairs.isEmpty() && pairs.get(0).converged();
      if (converged) {
        known.add(pairs.get(0).vector().copy());
      }
      return converged;
    }
  }

  int found() {
    return known.size();
  }

  int products() {
    return products;
  }

  double seconds() {
    return seconds;
  }

  private double elapsed() {
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    known.forEach(Vector::close);
  }
}
