package org.thalweg.probe.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.linalg.Vector;

/**
 * Moves the pivots of a band along their forces, none of them farther in one step than a fifth of
 * the mean distance between pivots.
 */
final class BandMotion implements AutoCloseable {
  private static final double FARTHEST = 0.2;

  private final Path path;
  private final List<FastInertialRelaxation> pivots = new ArrayList<>();

  BandMotion(Path path) {
    this.path = path;
    for (int i = 0; i < path.bends(); i++) {
      pivots.add(new FastInertialRelaxation(path.points().get(0)));
    }
  }

  void move(List<Vector> forces) {
    double farthest = FARTHEST * meanDistance();
    for (int i = 0; i < pivots.size(); i++) {
      pivots.get(i).move(path.points().get(i + 1), forces.get(i), farthest);
    }
  }

  private double meanDistance() {
    List<Vector> points = path.points();
    double sum = 0;
    try (Vector difference = points.get(0).copy()) {
      for (int i = 1; i < points.size(); i++) {
        sum += difference.set(points.get(i)).axpy(-1, points.get(i - 1)).norm();
      }
    }
    return sum / (points.size() - 1);
  }

  @Override
  public void close() {
    pivots.forEach(FastInertialRelaxation::close);
  }
}
