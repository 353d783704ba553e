package org.thalweg.result;

/**
 * How far one can go from x = 0 to both sides before a curve rises above a level, with straight
 * lines between the points: the interval around 0 in which L(x) ≤ level.
 *
 * <p>Misleads: in units of the direction, so it compares only between directions of the same
 * normalisation; and a curve may come down again outside.
 *
 * @param level the level
 * @param left the left end, at most 0; NaN if L(0) is unknown or above the level
 * @param right the right end, at least 0
 * @param uncertainty the spacing of the points around the two ends, added; the crossing lies
 *     between two neighbours, unless the curve rises and falls between them
 * @param bounded whether the curve rises above the level on both sides within the range; if not,
 *     the interval is at least this wide
 */
public record BasinWidth(
    double level, double left, double right, double uncertainty, boolean bounded) {
  /** Around 0; x ascends, and a point that is not finite ends the interval at its neighbour. */
  public static BasinWidth of(Values x, Values y, double level) {
    PolygonalCurve curve = PolygonalCurve.around(x, y);
    double centre = curve.at(0);
    if (!(centre <= level)) {
      return new BasinWidth(level, Double.NaN, Double.NaN, Double.NaN, false);
    }
    End right = end(curve, level, 1);
    End left = end(curve, level, -1);
    boolean gap = curve.first() > x.get(0) || curve.last() < x.get(x.size() - 1);
    return new BasinWidth(
        level,
        left.place(),
        right.place(),
        left.spacing() + right.spacing(),
        gap || (left.found() && right.found()));
  }

  public double width() {
    return right - left;
  }

  private record End(double place, double spacing, boolean found) {}

  private static End end(PolygonalCurve curve, double level, int step) {
    double beforeX = 0;
    double beforeY = curve.at(0);
    for (int i = step > 0 ? 0 : curve.size() - 1; 0 <= i && i < curve.size(); i += step) {
      double x = curve.x(i);
      if (x * step <= 0) {
        continue;
      }
      double y = curve.y(i);
      double spacing = Math.abs(x - beforeX);
      if (y > level) {
        double share = (level - beforeY) / (y - beforeY);
        return new End(beforeX + share * (x - beforeX), spacing, true);
      }
      beforeX = x;
      beforeY = y;
    }
    return new End(beforeX, 0, false);
  }
}
