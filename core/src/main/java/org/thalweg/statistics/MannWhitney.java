package org.thalweg.statistics;

import java.util.Arrays;

/**
 * The test of Mann, Whitney and Wilcoxon: whether values of one sample tend to be larger than those
 * of another, independent one.
 *
 * <p>The statistic is U = #(x &gt; y) + ½#(x = y) over all pairs. Up to 50 values in all the
 * p-value is exact given the ties (every choice of n of the N midranks is equally likely, counted
 * by a recurrence); beyond it is normal with the variance given the ties, nm/12·(N + 1 − Σ(t³ −
 * t)/(N(N − 1))), with continuity correction ½. ±∞ is a value.
 *
 * <p>Misleads: it is a test of equal distributions; two samples of equal medians and different
 * spreads are rejected too often.
 *
 * <p>H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947).
 */
public final class MannWhitney {
  private static final String NAME = "Mann–Whitney";
  private static final int EXACT = 50;

  private MannWhitney() {}

  /** Whether x tends to be greater than y. */
  public static TestResult of(double[] x, double[] y, Alternative alternative) {
    CompleteRows first = CompleteRows.ordered(x);
    CompleteRows second = CompleteRows.ordered(y);
    int n = first.count();
    int m = second.count();
    int missing = first.missing() + second.missing();
    double[] pooled = pooled(first.column(0), second.column(0));
    if (n == 0 || m == 0 || Ranks.tieSizes(pooled).length == 1) {
      String why = n == 0 || m == 0 ? "a sample is empty" : "all values are equal";
      return TestResult.impossible(
          NAME, alternative, Interval.missing(Interval.LEVEL), n + m, missing, why);
    }
    double u = greater(first.column(0), second.column(0));
    boolean exact = n + m <= EXACT;
    Tails tails = exact ? exact(Ranks.doubled(pooled), n, u) : normal(pooled, n, m, u);
    return TestResult.ofRanks(
        NAME,
        alternative,
        u,
        tails.pValue(alternative),
        exact ? NullDistribution.EXACT : NullDistribution.NORMAL,
        n + m,
        missing,
        "");
  }

  /** #(x &gt; y) + ½#(x = y). */
  static double greater(double[] x, double[] y) {
    long twice = 0;
    for (double a : x) {
      for (double b : y) {
        twice += 1 + PairCounts.sign(a, b);
      }
    }
    return twice / 2.0;
  }

  private static double[] pooled(double[] x, double[] y) {
    double[] pooled = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, pooled, x.length, y.length);
    return pooled;
  }

  /** 2U + n(n + 1) is the sum of the doubled ranks of the first sample. */
  private static Tails exact(int[] doubledRanks, int n, double u) {
    return RankSums.tails(doubledRanks, n, Math.round(2 * u) + (long) n * (n + 1));
  }

  private static Tails normal(double[] pooled, int n, int m, double u) {
    double all = (double) n + m;
    double ties = Ranks.tieCorrection(pooled) / (all * (all - 1));
    double deviation = Math.sqrt((double) n * m / 12 * (all + 1 - ties));
    double distance = u - (double) n * m / 2;
    return new Tails(
        NullDistribution.normal((distance + 0.5) / deviation),
        NullDistribution.normal((0.5 - distance) / deviation));
  }
}
