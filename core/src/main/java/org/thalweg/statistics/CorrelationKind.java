package org.thalweg.statistics;

import java.util.stream.IntStream;

/** Which correlation. */
public enum CorrelationKind {
  /** Of the values: how near they are to a straight line. */
  PEARSON {
    @Override
    double coefficient(double[] x, double[] y) {
      return LinearCorrelation.of(x, y);
    }

    @Override
    double errorOfZ(double r, int count, int controls) {
      return Math.sqrt(1.0 / (count - 3 - controls));
    }
  },
  /** Pearson's of the ranks, equal values sharing the mean of their ranks. */
  SPEARMAN {
    @Override
    double coefficient(double[] x, double[] y) {
      return LinearCorrelation.of(Ranks.of(x), Ranks.of(y));
    }

    @Override
    double errorOfZ(double r, int count, int controls) {
      return Math.sqrt((1 + r * r / 2) / (count - 3 - controls));
    }
  },
  /** Kendall's τ_b: pairs ordered alike minus pairs ordered oppositely, corrected for ties. */
  KENDALL {
    @Override
    double coefficient(double[] x, double[] y) {
      return PairCounts.of(x, y).tauB();
    }

    @Override
    double errorOfZ(double r, int count, int controls) {
      return Math.sqrt(0.437 / (count - 4 - controls));
    }
  };

  /** The coefficient of complete columns; NaN if one is constant. */
  abstract double coefficient(double[] x, double[] y);

  /** The standard error of artanh r; not finite if there are too few rows. */
  abstract double errorOfZ(double r, int count, int controls);

  /** tanh(artanh r ± z·error). */
  Interval interval(double r, int count, int controls, double level) {
    double reach = NullDistribution.normalQuantile(level) * errorOfZ(r, count, controls);
    if (!Double.isFinite(reach)) {
      return Interval.unknown(r, level);
    }
    double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
    return new Interval(r, Math.tanh(z - reach), Math.tanh(z + reach), level);
  }

  /** The values at some rows, for the bootstrap. */
  double coefficient(double[] x, double[] y, int[] rows) {
    return coefficient(CompleteRows.at(rows, x), CompleteRows.at(rows, y));
  }

  /** Doubled midranks x·y summed, the whole-numbered form of Spearman's coefficient. */
  static long rankProducts(int[] x, int[] y, int[] order) {
    return IntStream.range(0, x.length).mapToLong(i -> (long) x[i] * y[order[i]]).sum();
  }
}
