package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;
import org.thalweg.figure.AxisChoice;
import org.thalweg.figure.CurveBands;
import org.thalweg.figure.GroupStyle;
import org.thalweg.result.Values;
import org.thalweg.statistics.Interval;

/**
 * The least-squares line through points, as straight as the axes make it: fitted to logarithms
 * where an axis is logarithmic.
 *
 * <pre>
 * y = a + b·x,   band ± t·s·√(1/n + (x − x̄)²/Σ(xᵢ − x̄)²),   n − 2 degrees of freedom
 * </pre>
 *
 * <p>The band is where the line itself may lie, pointwise at 95 %, not where new points fall; it
 * takes the points for independent. Nothing below 3 points or without spread in x.
 */
final class FitLine {
  private static final int POINTS = 41;

  private FitLine() {}

  static CurveBands.Curve of(double[] x, double[] y, AxisChoice horizontal, AxisChoice vertical) {
    SimpleRegression line = new SimpleRegression();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      double u = horizontal.place(x[i]);
      double v = vertical.place(y[i]);
      if (Double.isFinite(u) && Double.isFinite(v)) {
        line.addData(u, v);
        places.add(u);
        low = Math.min(low, u);
        high = Math.max(high, u);
      }
    }
    int n = places.size();
    if (n < 3 || !(high > low) || !Double.isFinite(line.getSlope())) {
      return CurveBands.Curve.none();
    }
    double mean = places.stream().mapToDouble(place -> place).average().orElseThrow();
    double quantile =
        new TDistribution(n - 2.0).inverseCumulativeProbability((1 + Interval.LEVEL) / 2);
    double error = Math.sqrt(line.getMeanSquareError());
    double[][] columns = new double[4][POINTS];
    for (int k = 0; k < POINTS; k++) {
      double u = low + (high - low) * k / (POINTS - 1);
      double reach =
          quantile * error * Math.sqrt(1.0 / n + (u - mean) * (u - mean) / line.getXSumSquares());
      columns[0][k] = horizontal.value(u);
      columns[1][k] = vertical.value(line.predict(u));
      columns[2][k] = vertical.value(line.predict(u) - reach);
      columns[3][k] = vertical.value(line.predict(u) + reach);
    }
    return new CurveBands.Curve(
        "least-squares line",
        GroupStyle.of(6),
        Values.of(columns[0]),
        Values.of(columns[1]),
        Values.of(columns[2]),
        Values.of(columns[3]));
  }
}
