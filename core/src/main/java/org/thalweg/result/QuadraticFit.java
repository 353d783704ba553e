package org.thalweg.result;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * The parabola y ≈ value + slope·x + ½·curvature·x² nearest to given points, by ordinary least
 * squares (QR factorisation of Hipparchus); points that are not finite are left out.
 *
 * <p>Misleads: it describes the whole range. Where y is no parabola, the curvature depends on the
 * range, and the standard error, which takes deviations for independent noise, is too small.
 *
 * @param value fitted value at x = 0
 * @param slope fitted first derivative at x = 0
 * @param curvature fitted second derivative
 * @param curvatureStandardError its standard error from the deviations; NaN for exactly 3 points,
 *     which every parabola fits
 * @param rSquared share of the variance explained; NaN for exactly 3 points and if all y are equal
 * @param points how many were finite; everything else is NaN if fewer than 3 of them differ in x
 */
public record QuadraticFit(
    double value,
    double slope,
    double curvature,
    double curvatureStandardError,
    double rSquared,
    int points) {
  private static final int COEFFICIENTS = 3;

  /** The parabola through these points. */
  public static QuadraticFit of(Values x, Values y) {
    int[] finite =
        IntStream.range(0, Math.min(x.size(), y.size()))
            .filter(i -> Double.isFinite(x.get(i)) && Double.isFinite(y.get(i)))
            .toArray();
    double[] xs = IntStream.of(finite).mapToDouble(x::get).toArray();
    double[] ys = IntStream.of(finite).mapToDouble(y::get).toArray();
    if (IntStream.of(finite).mapToDouble(x::get).distinct().count() < COEFFICIENTS) {
      return missing(finite.length);
    }
    try {
      return fit(xs, ys);
    } catch (MathRuntimeException e) {
      // The points are so close that rounding makes them one.
      return missing(finite.length);
    }
  }

  /** Where the parabola has its minimum; NaN unless it opens upwards. */
  public double minimum() {
    return curvature > 0 ? -slope / curvature : Double.NaN;
  }

  /** Fits in t = (x − centre)/scale and y/size, where the numbers are of order 1. */
  private static QuadraticFit fit(double[] xs, double[] ys) {
    double low = DoubleStream.of(xs).min().orElseThrow();
    double high = DoubleStream.of(xs).max().orElseThrow();
    double scale = high / 2 - low / 2;
    double centre = low + scale;
    double largest = DoubleStream.of(ys).map(Math::abs).max().orElseThrow();
    double size = largest == 0 ? 1 : largest;
    double[][] regressors = new double[xs.length][];
    for (int i = 0; i < xs.length; i++) {
      double t = (xs[i] - centre) / scale;
      regressors[i] = new double[] {t, t * t / 2};
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(DoubleStream.of(ys).map(y -> y / size).toArray(), regressors);
    double[] b = regression.estimateRegressionParameters();
    boolean exact = xs.length == COEFFICIENTS;
    double standardError =
        exact ? Double.NaN : regression.estimateRegressionParametersStandardErrors()[2];
    boolean flat = regression.calculateTotalSumOfSquares() == 0;
    double zero = -centre / scale;
    return new QuadraticFit(
        size * (b[0] + zero * (b[1] + zero * b[2] / 2)),
        size * ((b[1] + zero * b[2]) / scale),
        size * (b[2] / scale / scale),
        size * (standardError / scale / scale),
        exact || flat ? Double.NaN : regression.calculateRSquared(),
        xs.length);
  }

  private static QuadraticFit missing(int points) {
    return new QuadraticFit(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, points);
  }
}
