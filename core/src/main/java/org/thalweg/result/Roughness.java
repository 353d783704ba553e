package org.thalweg.result;

import java.util.function.IntToDoubleFunction;

/**
 * How far a curve or surface is from smooth, relative to its range max − min, in two ways.
 *
 * <p>Misleads: the first calls everything rough that is no parabola, also what is smooth; the
 * second falls with the square of the grid spacing where the loss is smooth, so it compares only
 * between equal grids.
 *
 * @param residual root mean square of the deviations from the nearest quadratic polynomial, divided
 *     by the range
 * @param secondDifference mean of |L(i−1) − 2L(i) + L(i+1)| over neighbouring triples along the
 *     axes, divided by the range; NaN if no three neighbours are finite
 */
public record Roughness(double residual, double secondDifference) {
  /** Of a curve; points that are not finite are left out. */
  public static Roughness of(Values x, Values y) {
    QuadraticFit fit = QuadraticFit.of(x, y);
    double squares = 0;
    for (int i = 0; i < y.size(); i++) {
      if (Double.isFinite(y.get(i))) {
        double a = x.get(i);
        double deviation = y.get(i) - fit.value() - a * (fit.slope() + a * fit.curvature() / 2);
        squares += deviation * deviation;
      }
    }
    Mean differences = new Mean();
    differences.addSecondDifferences(y.size(), y::get);
    double range = range(y);
    return new Roughness(Math.sqrt(squares / fit.points()) / range, differences.value() / range);
  }

  /** Of a surface. */
  static Roughness of(Grid loss, QuadraticSurface fit) {
    Mean differences = new Mean();
    for (int i = 0; i < loss.rows(); i++) {
      int row = i;
      differences.addSecondDifferences(loss.columns(), j -> loss.get(row, j));
    }
    for (int j = 0; j < loss.columns(); j++) {
      int column = j;
      differences.addSecondDifferences(loss.rows(), i -> loss.get(i, column));
    }
    double range = range(loss.values());
    return new Roughness(fit.residual() / range, differences.value() / range);
  }

  /** max − min of the finite values; NaN, and so every share of it, if that is zero. */
  private static double range(Values values) {
    int highest = values.indexOfHighest();
    double range = highest < 0 ? 0 : values.get(highest) - values.get(values.indexOfLowest());
    return range > 0 ? range : Double.NaN;
  }

  private static final class Mean {
    private double sum;
    private int count;

    void addSecondDifferences(int n, IntToDoubleFunction y) {
      for (int i = 1; i + 1 < n; i++) {
        double difference =
            y.applyAsDouble(i - 1) - 2 * y.applyAsDouble(i) + y.applyAsDouble(i + 1);
        if (Double.isFinite(difference)) {
          sum += Math.abs(difference);
          count++;
        }
      }
    }

    double value() {
      return count == 0 ? Double.NaN : sum / count;
    }
  }
}
