package org.thalweg.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** A polyline on the figure that can be measured and cut by arc length. */
final class ScreenLine {
  private final double[] xs;
  private final double[] ys;
  private final double[] lengths;

  ScreenLine(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
    this.lengths = new double[xs.length];
    for (int k = 1; k < xs.length; k++) {
      lengths[k] = lengths[k - 1] + Math.hypot(xs[k] - xs[k - 1], ys[k] - ys[k - 1]);
    }
  }

  double length() {
    return lengths[lengths.length - 1];
  }

  /** The point at arc length {@code s} from the start. */
  Point2D at(double s) {
    int k = segment(s);
    double span = lengths[k + 1] - lengths[k];
    double weight = span > 0 ? (s - lengths[k]) / span : 0;
    return new Point2D.Double(
        xs[k] + weight * (xs[k + 1] - xs[k]), ys[k] + weight * (ys[k + 1] - ys[k]));
  }

  /** Points at equal distances along the line. */
  List<Point2D> spaced(double distance) {
    return DoubleStream.iterate(0, s -> s <= length(), s -> s + distance)
        .mapToObj(this::at)
        .toList();
  }

  /** The piece between two arc lengths. */
  ScreenLine between(double from, double to) {
    int first = segment(from) + 1;
    int last = segment(to);
    int inner = Math.max(0, last - first + 1);
    double[] pieceXs = new double[inner + 2];
    double[] pieceYs = new double[inner + 2];
    System.arraycopy(xs, first, pieceXs, 1, inner);
    System.arraycopy(ys, first, pieceYs, 1, inner);
    Point2D start = at(from);
    Point2D end = at(to);
    pieceXs[0] = start.getX();
    pieceYs[0] = start.getY();
    pieceXs[inner + 1] = end.getX();
    pieceYs[inner + 1] = end.getY();
    return new ScreenLine(pieceXs, pieceYs);
  }

  Path2D path() {
    Path2D path = new Path2D.Double();
    path.moveTo(xs[0], ys[0]);
    for (int k = 1; k < xs.length; k++) {
      path.lineTo(xs[k], ys[k]);
    }
    return path;
  }

  private int segment(double s) {
    int found = Arrays.binarySearch(lengths, s);
    int k = found >= 0 ? found : -found - 2;
    return Math.min(Math.max(k, 0), lengths.length - 2);
  }
}
