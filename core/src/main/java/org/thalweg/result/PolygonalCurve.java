package org.thalweg.result;

import java.util.stream.DoubleStream;

/** The straight lines between the points of a curve, as far as they are finite around x = 0. */
final class PolygonalCurve {
  private final double[] x;
  private final double[] y;

  private PolygonalCurve(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /** The longest unbroken stretch of finite points that contains x = 0; x ascends. */
  static PolygonalCurve around(Values x, Values y) {
    int from = 0;
    while (from < x.size() && !(x.get(from) >= 0)) {
      from++;
    }
    // The point at or right of 0; the stretch must also reach 0 from the left.
    if (from == x.size() || !Double.isFinite(y.get(from))) {
      return new PolygonalCurve(new double[0], new double[0]);
    }
    int to = from;
    while (to + 1 < x.size() && Double.isFinite(y.get(to + 1))) {
      to++;
    }
    int start = from;
    while (start > 0 && Double.isFinite(y.get(start - 1))) {
      start--;
    }
    if (x.get(start) > 0) {
      return new PolygonalCurve(new double[0], new double[0]);
    }
    int length = to - start + 1;
    double[] xs = new double[length];
    double[] ys = new double[length];
    for (int i = 0; i < length; i++) {
      xs[i] = x.get(start + i);
      ys[i] = y.get(start + i);
    }
    return new PolygonalCurve(xs, ys);
  }

  boolean isEmpty() {
    return x.length == 0;
  }

  int size() {
    return x.length;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  /** The smallest x; NaN if there is none. */
  double first() {
    return isEmpty() ? Double.NaN : x[0];
  }

  /** The largest x; NaN if there is none. */
  double last() {
    return isEmpty() ? Double.NaN : x[x.length - 1];
  }

  /** The value at a place between the ends; NaN outside. */
  double at(double place) {
    if (isEmpty() || place < first() || place > last()) {
      return Double.NaN;
    }
    int right = 0;
    while (x[right] < place) {
      right++;
    }
    if (x[right] == place) {
      return y[right];
    }
    double weight = (place - x[right - 1]) / (x[right] - x[right - 1]);
    return y[right - 1] + weight * (y[right] - y[right - 1]);
  }

  /** 0, the distances of all points from 0 up to {@code reach}, and {@code reach}; ascending. */
  double[] mirroredNodes(double reach) {
    return DoubleStream.concat(
            DoubleStream.of(0, reach), DoubleStream.of(x).map(Math::abs).filter(d -> d < reach))
        .sorted()
        .distinct()
        .toArray();
  }
}
