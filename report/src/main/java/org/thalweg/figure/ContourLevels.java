package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;

/** Round levels for contour lines, about a dozen. */
final class ContourLevels {
  private static final int MOST_LINEAR = 12;
  private static final int MOST_DECADES = 14;

  private ContourLevels() {}

  /** Levels strictly between the ends, ascending; empty where there is nothing between. */
  static List<Double> between(double low, double high, boolean logarithmic) {
    if (!(high > low) || !Double.isFinite(high - low)) {
      return List.of();
    }
    return logarithmic ? logarithmic(low, high) : linear(low, high);
  }

  private static List<Double> linear(double low, double high) {
    double step = LinearScale.roundStep((high - low) / MOST_LINEAR);
    List<Double> levels = new ArrayList<>();
    for (double k = Math.ceil(low / step); k * step < high; k++) {
      addInside(levels, k * step, low, high);
    }
    return levels;
  }

  private static List<Double> logarithmic(double low, double high) {
    double decades = Math.log10(high / low);
    double[] multiples =
        decades <= 2.4
            ? new double[] {1, 1.5, 2, 3, 5, 7}
            : decades <= 4.5
                ? new double[] {1, 2, 5}
                : decades <= 7 ? new double[] {1, 3} : new double[] {1};
    int stride = (int) Math.max(1, Math.ceil(decades / MOST_DECADES));
    List<Double> levels = new ArrayList<>();
    int last = (int) Math.floor(Math.log10(high));
    for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= last; exponent += stride) {
      for (double multiple : multiples) {
        addInside(levels, round(multiple, exponent), low, high);
      }
    }
    return levels;
  }

  /** Through decimal text, so that 0.3 is 0.3 and not 0.30000000000000004. */
  private static double round(double multiple, int exponent) {
    return Double.parseDouble(multiple + "e" + exponent);
  }

  private static void addInside(List<Double> levels, double level, double low, double high) {
    if (level > low && level < high) {
      levels.add(level);
    }
  }
}
