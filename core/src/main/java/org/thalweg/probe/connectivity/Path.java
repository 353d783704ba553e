package org.thalweg.probe.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.result.Values;

/**
 * A curve in parameter space from one network to another, φ(t) = Σ c_k(t) w_k. Its ends are the
 * networks themselves, bit for bit.
 *
 * <p>It owns its points w_k; closing it closes them. Lengths and distances come from the m × m
 * products between the points, so they cost no passes over the data and O(m²d) once.
 */
public final class Path implements AutoCloseable {
  /** Gauss–Legendre nodes for the length of a smooth piece between two measured points. */
  private static final int NODES = 16;

  private final CurveShape shape;
  private final List<Vector> points;

  /** Adopts the points, the first and the last being the ends. */
  Path(CurveShape shape, List<Vector> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException("a path has two ends");
    }
    this.shape = shape;
    this.points = List.copyOf(points);
  }

  /** (1 − t)A + tB; copies both. */
  public static Path line(Vector a, Vector b) {
    return straight(CurveShape.POLYCHAIN, a, b, 0);
  }

  /** A curve with so many bends, evenly spaced on the straight line from A to B; copies both. */
  public static Path straight(CurveShape shape, Vector a, Vector b, int bends) {
    requireDimension(a, b);
    List<Vector> points = new ArrayList<>();
    points.add(a.copy());
    for (int k = 1; k <= bends; k++) {
      double t = (double) k / (bends + 1);
      points.add(a.copy().scale(1 - t).axpy(t, b));
    }
    points.add(b.copy());
    return new Path(shape, points);
  }

  public CurveShape shape() {
    return shape;
  }

  /** The points w_k, ends included; they stay the path's. */
  public List<Vector> points() {
    return points;
  }

  /** Points between the ends. */
  public int bends() {
    return points.size() - 2;
  }

  /** c_k(t), one for each point. */
  public double[] weights(double t) {
    return shape.weights(t, points.size());
  }

  /** target ← φ(t). */
  public void point(double t, Vector target) {
    double[] weights = weights(t);
    target.set(points.get(0)).scale(weights[0]);
    for (int k = 1; k < weights.length; k++) {
      if (weights[k] != 0) {
        target.axpy(weights[k], points.get(k));
      }
    }
  }

  /** All points of the path as combinations of w_k with coefficients c_k(t). */
  AffineSubspace subspace(Vector zero) {
    return new AffineSubspace(zero, points);
  }

  /** The length travelled from t = 0 to each t, ∫ ‖φ′‖ dt; {@code t} begins with 0. */
  public Values arcLengths(Values t) {
    double[][] products = products();
    double[] lengths = new double[t.size()];
    for (int i = 1; i < lengths.length; i++) {
      lengths[i] = lengths[i - 1] + length(products, t.get(i - 1), t.get(i));
    }
    return Values.of(lengths);
  }

  /** Over smooth pieces one by one. */
  private double length(double[][] products, double from, double to) {
    GaussIntegratorFactory factory = new GaussIntegratorFactory();
    int pieces = shape.pieces(points.size());
    double length = 0;
    double start = from;
    for (int k = (int) Math.floor(from * pieces) + 1; start < to; k++) {
      double end = Math.min(to, (double) k / pieces);
      if (end > start) {
        GaussIntegrator integrator = factory.legendre(NODES, start, end);
        length += integrator.integrate(t -> speed(products, t));
        start = end;
      }
    }
    return length;
  }

  /** ‖φ′(t)‖. */
  private double speed(double[][] products, double t) {
    double[] velocity = new double[points.size()];
    shape.velocityWeights(t, velocity);
    return Math.sqrt(Math.max(0, quadraticForm(products, velocity)));
  }

  /**
   * (w_j − w₀)·(w_k − w₀): with coefficients that sum to 0 (a velocity) or to 1 (a point, seen from
   * w₀) their quadratic form is a squared length.
   */
  double[][] products() {
    int n = points.size();
    double[][] products = new double[n][n];
    List<Vector> differences = new ArrayList<>();
    try {
      for (Vector point : points) {
        differences.add(point.copy().axpy(-1, points.get(0)));
      }
      for (int j = 0; j < n; j++) {
        for (int k = 0; k <= j; k++) {
          products[j][k] = differences.get(j).dot(differences.get(k));
          products[k][j] = products[j][k];
        }
      }
    } finally {
      differences.forEach(Vector::close);
    }
    return products;
  }

  static double quadraticForm(double[][] matrix, double[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      for (int k = 0; k < x.length; k++) {
        sum += x[j] * matrix[j][k] * x[k];
      }
    }
    return sum;
  }

  private static void requireDimension(Vector a, Vector b) {
    if (a.dimension() != b.dimension()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("two networks with the same number of weights")
          .found(a.dimension() + " and " + b.dimension() + " weights")
          .next("connect networks of one architecture");
    }
  }

  @Override
  public void close() {
    points.forEach(Vector::close);
  }
}
