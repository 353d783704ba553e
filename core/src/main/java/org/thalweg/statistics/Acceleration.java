package org.thalweg.statistics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;

/**
 * How the standard error of a statistic changes with its value, ⅙Σl³/(Σl²)^{3/2}, from the
 * influences l of units left out one by one; within a stratum of n units l = (n − 1)(θ̄ − θᵢ)/n.
 */
final class Acceleration {
  private Acceleration() {}

  /** 0 if the influences vanish or do not exist. */
  static double of(Resampling resampling, ToDoubleFunction<int[]> statistic) {
    double squares = 0;
    double cubes = 0;
    for (List<int[]> stratum : resampling.withoutOne()) {
      int n = stratum.size();
      double[] values = stratum.stream().mapToDouble(statistic).toArray();
      double mean = StatUtils.mean(values);
      for (double value : values) {
        double influence = (n - 1) * (mean - value) / n;
        squares += influence * influence;
        cubes += influence * influence * influence;
      }
    }
    double acceleration = cubes / (6 * Math.pow(squares, 1.5));
    return Double.isFinite(acceleration) ? acceleration : 0;
  }
}
