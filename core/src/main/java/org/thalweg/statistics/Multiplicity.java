package org.thalweg.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How p-values of several tests are corrected for there being several. A NaN stays NaN and does not
 * count as a test. Of m sorted p-values p₁ ≤ … ≤ pₘ:
 *
 * <pre>
 * HOLM                 max over j ≤ i of (m − j + 1)·pⱼ
 * BENJAMINI_HOCHBERG   min over j ≥ i of (m/j)·pⱼ
 * </pre>
 *
 * <p>both at most 1. S. Holm, Scandinavian Journal of Statistics 6 (1979); Y. Benjamini and Y.
 * Hochberg, Journal of the Royal Statistical Society B 57 (1995).
 */
public enum Multiplicity {
  /** The p-values as they are. */
  NONE {
    @Override
    double adjusted(double[] sorted, int i) {
      return sorted[i];
    }
  },
  /**
   * Of all tests whose null hypothesis is true, even one is rejected with at most the probability
   * of the level, whatever the dependence among them.
   */
  HOLM {
    @Override
    double adjusted(double[] sorted, int i) {
      return IntStream.rangeClosed(0, i)
          .mapToDouble(j -> (sorted.length - j) * sorted[j])
          .max()
          .orElseThrow();
    }
  },
  /**
   * Of the rejected hypotheses at most the share of the level is true, on average; for independent
   * or positively dependent tests.
   */
  BENJAMINI_HOCHBERG {
    @Override
    double adjusted(double[] sorted, int i) {
      return IntStream.range(i, sorted.length)
          .mapToDouble(j -> sorted[j] * sorted.length / (j + 1))
          .min()
          .orElseThrow();
    }
  };

  /** Adjusted p-values in the order of the given ones. */
  public double[] adjust(double... pValues) {
    int[] order =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray();
    double[] adjusted = new double[pValues.length];
    Arrays.fill(adjusted, Double.NaN);
    for (int i = 0; i < order.length; i++) {
      adjusted[order[i]] = Math.min(1, adjusted(sorted, i));
    }
    return adjusted;
  }

  /** The adjusted i-th of p-values in ascending order, before it is cut off at 1. */
  abstract double adjusted(double[] sorted, int i);
}
