package org.thalweg.statistics;

import java.util.Arrays;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/** Ranks from 1, equal values sharing the mean of their ranks; −0 equals 0. */
final class Ranks {
  private Ranks() {}

  static double[] of(double[] values) {
    if (values.length == 0) {
      return new double[0];
    }
    // Adding 0 turns −0 into 0.
    double[] unsigned = Arrays.stream(values).map(value -> value + 0.0).toArray();
    return new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(unsigned);
  }

  /** Ranks times two, which are whole numbers also with ties. */
  static int[] doubled(double[] values) {
    return Arrays.stream(of(values)).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
  }

  /** The sizes of the groups of equal values. */
  static int[] tieSizes(double[] values) {
    double[] sorted = Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
    int[] sizes = new int[sorted.length];
    int groups = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        groups++;
      }
      sizes[groups - 1]++;
    }
    return Arrays.copyOf(sizes, groups);
  }

  /** Σ(t³ − t) over groups of t equal values, by which ties reduce the variance of rank sums. */
  static double tieCorrection(double[] values) {
    return Arrays.stream(tieSizes(values)).mapToDouble(t -> (double) t * t * t - t).sum();
  }

  static boolean tied(double[] values) {
    return tieSizes(values).length < values.length;
  }
}
