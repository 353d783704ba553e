package org.thalweg.result;

/**
 * How differently a curve L rises to the right and to the left of 0:
 *
 * <p>A = ∫₀ᵃ (L(x) − L(−x)) dx / ∫₀ᵃ (|L(x) − L(0)| + |L(−x) − L(0)|) dx,
 *
 * <p>between −1 and 1, over the largest range symmetric about 0 in which every point is finite, by
 * the trapezoidal rule on the union of the steps and their mirror images. A parabola with its
 * lowest point at 0 has 0, a straight rising line 1.
 *
 * <p>Misleads: a parabola whose lowest point lies beside 0 is asymmetric by this measure.
 *
 * @param value A; NaN without points on both sides of 0, or if the curve is constant
 * @param reach a
 */
public record Asymmetry(double value, double reach) {
  /** Of the curve through these points, x ascending. */
  public static Asymmetry of(Values x, Values y) {
    PolygonalCurve curve = PolygonalCurve.around(x, y);
    double reach = Math.min(-curve.first(), curve.last());
    if (!(reach > 0)) {
      return new Asymmetry(Double.NaN, Double.NaN);
    }
    double centre = curve.at(0);
    double[] nodes = curve.mirroredNodes(reach);
    double difference = 0;
    double size = 0;
    for (int k = 0; k + 1 < nodes.length; k++) {
      double half = (nodes[k + 1] - nodes[k]) / 2;
      for (double node : new double[] {nodes[k], nodes[k + 1]}) {
        double right = curve.at(node) - centre;
        double left = curve.at(-node) - centre;
        difference += half * (right - left);
        size += half * (Math.abs(right) + Math.abs(left));
      }
    }
    return new Asymmetry(size == 0 ? Double.NaN : difference / size, reach);
  }
}
