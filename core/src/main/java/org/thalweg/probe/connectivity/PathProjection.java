package org.thalweg.probe.connectivity;

import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Vector;
import org.thalweg.result.Values;

/**
 * A path as seen in the plane through its ends and its farthest bend.
 *
 * <p>All coordinates come from the products (w_j − A)·(w_k − A) between the points of the path; the
 * vectors of the plane are made only when asked for.
 */
final class PathProjection {
  /** Below this share of ‖B − A‖ a bend lies on the straight line. */
  private static final double STRAIGHT = 1e-6;

  private final Path path;
  private final double[][] products;
  private final int bend;
  private final double length;
  private final double along;
  private final double across;

  private PathProjection(Path path, double[][] products, int bend) {
    int last = products.length - 1;
    this.path = path;
    this.products = products;
    this.bend = bend;
    this.length = Math.sqrt(products[last][last]);
    this.along = products[bend][last] / length;
    this.across = rest(products, bend);
  }

  static PathProjection of(Path path) {
    double[][] products = path.products();
    int last = products.length - 1;
    int farthest = 0;
    for (int k = 1; k < last; k++) {
      farthest = rest(products, k) > rest(products, farthest) ? k : farthest;
    }
    if (farthest == 0 || rest(products, farthest) <= STRAIGHT * Math.sqrt(products[last][last])) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a path with a bend off the straight line: three points span a plane")
          .found(
              last == 1 ? "a straight line" : "bends that all lie on the line between the networks")
          .next("train a curve, e.g. --curve bezier, or leave out the plane");
    }
    return new PathProjection(path, products, farthest);
  }

  /** The number of the bend, from 1. */
  int bend() {
    return bend;
  }

  /** u, a new vector. */
  Vector first() {
    List<Vector> points = path.points();
    return points.get(points.size() - 1).copy().axpy(-1, points.get(0)).scale(1 / length);
  }

  /** v, a new vector; orthogonal to u to working precision (Gram–Schmidt, twice). */
  Vector second() {
    Vector v = path.points().get(bend).copy().axpy(-1, path.points().get(0));
    try (Vector u = first()) {
      v.axpy(-u.dot(v), u);
      v.axpy(-u.dot(v), u);
    }
    return v.scale(1 / v.norm());
  }

  /** A, bend, B. */
  List<Values> anchors() {
    return List.of(Values.of(0, 0), Values.of(along, across), Values.of(length, 0));
  }

  Values alphas() {
    return Values.of(0, along, length);
  }

  Values betas() {
    return Values.of(0, across);
  }

  /** α, β and the distance from the plane, at each t. */
  Values[] curve(Values t) {
    double[][] coordinates = new double[3][t.size()];
    int last = products.length - 1;
    for (int i = 0; i < t.size(); i++) {
      double[] weights = path.weights(t.get(i));
      double x = 0;
      double y = 0;
      for (int k = 0; k <= last; k++) {
        double alpha = products[k][last] / length;
        x += weights[k] * alpha;
        y += weights[k] * (products[k][bend] - alpha * along) / across;
      }
      double square = Path.quadraticForm(products, weights) - x * x - y * y;
      coordinates[0][i] = x;
      coordinates[1][i] = y;
      coordinates[2][i] = Math.sqrt(Math.max(0, square));
    }
    return new Values[] {
      Values.of(coordinates[0]), Values.of(coordinates[1]), Values.of(coordinates[2])
    };
  }

  /** The distance of a point from the line through A and B. */
  private static double rest(double[][] products, int k) {
    int last = products.length - 1;
    double along = products[k][last] / Math.sqrt(products[last][last]);
    return Math.sqrt(Math.max(0, products[k][k] - along * along));
  }
}
