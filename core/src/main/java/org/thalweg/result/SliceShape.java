package org.thalweg.result;

/**
 * The shape of a slice in a few numbers: its lowest point and the parabola nearest to it.
 *
 * @param minimumAlpha α of the lowest finite loss (the first of several); NaN if none is finite
 * @param minimumLoss the lowest finite loss
 * @param spacing distance to the farther neighbour of that point: the minimum of a curve with a
 *     single valley lies no farther away, unless it lies beyond the end of the range
 * @param interior whether the lowest point has a neighbour on either side
 * @param parabola fitted to all finite points; its curvature estimates dᵀHd only if the loss is
 *     quadratic over the range
 */
public record SliceShape(
    double minimumAlpha,
    double minimumLoss,
    double spacing,
    boolean interior,
    QuadraticFit parabola) {

  public static SliceShape of(SliceResult slice) {
    Values alpha = slice.alpha();
    QuadraticFit parabola = QuadraticFit.of(alpha, slice.loss());
    int lowest = slice.loss().indexOfLowest();
    if (lowest < 0) {
      return new SliceShape(Double.NaN, Double.NaN, Double.NaN, false, parabola);
    }
    return new SliceShape(
        alpha.get(lowest),
        slice.loss().get(lowest),
        alpha.spacing(lowest),
        0 < lowest && lowest < alpha.size() - 1,
        parabola);
  }
}
