package org.thalweg.figure;

import java.util.stream.IntStream;

/**
 * From which of its four corners a surface is looked at: which axis runs along the right front edge
 * of the box and which along the left one, and which of them run backwards.
 *
 * @param quarters turns by 90°, 0 to 3; 0 has the lowest α and β in front
 */
record QuarterTurn(Axis alpha, Axis beta, int quarters) {

  /** The corner whose two edges are the lowest hides the least. */
  static QuarterTurn mostOpen(Axis alpha, Axis beta, Plane plane) {
    if (plane.isEmpty()) {
      return new QuarterTurn(alpha, beta, 0);
    }
    int best = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (int quarters = 0; quarters < 4; quarters++) {
      boolean alphaReversed = quarters == 1 || quarters == 2;
      boolean betaReversed = quarters >= 2;
      double height = meanHeight(plane, alphaReversed, betaReversed);
      // Turned only for a clear gain: the usual view is easier to compare.
      if (height < lowest - 0.02) {
        lowest = height;
        best = quarters;
      }
    }
    return new QuarterTurn(alpha, beta, best);
  }

  private static double meanHeight(Plane plane, boolean alphaReversed, boolean betaReversed) {
    int rows = plane.field().rows();
    int columns = plane.field().columns();
    boolean alphaDescends = plane.alpha().get(0) > plane.alpha().get(rows - 1);
    boolean betaDescends = plane.beta().get(0) > plane.beta().get(columns - 1);
    int frontRow = alphaReversed == alphaDescends ? 0 : rows - 1;
    int frontColumn = betaReversed == betaDescends ? 0 : columns - 1;
    return IntStream.concat(
            IntStream.range(0, columns).map(j -> frontRow * columns + j),
            IntStream.range(0, rows).map(i -> i * columns + frontColumn))
        .mapToDouble(k -> plane.scale().fraction(plane.field().values().get(k)))
        .filter(Double::isFinite)
        .average()
        .orElse(1);
  }

  /** The axis along the right front edge. */
  Axis first() {
    return quarters % 2 == 0 ? alpha : beta;
  }

  /** The axis along the left front edge. */
  Axis second() {
    return quarters % 2 == 0 ? beta : alpha;
  }

  /** −1 at the front corner, 1 at the far end of the right edge. */
  double placeOnFirst(double value) {
    return place(first(), value, quarters >= 2);
  }

  /** −1 at the front corner, 1 at the far end of the left edge. */
  double placeOnSecond(double value) {
    return place(second(), value, quarters == 1 || quarters == 2);
  }

  private static double place(Axis axis, double value, boolean reversed) {
    double place = 2 * axis.fraction(value) - 1;
    return reversed ? -place : place;
  }
}
