package org.thalweg.statistics;

/**
 * Wilcoxon's signed-rank test: whether differences of pairs lie symmetrically about 0.
 *
 * <p>The statistic is W⁺, the sum of the ranks of |d| over positive d. Zeros are left out before
 * ranking, as Wilcoxon did, and named in the note; equal |d| share the mean of their ranks. Up to
 * 50 differences the p-value is exact given the ranks (all 2ⁿ signs are equally likely); beyond it
 * is normal with mean ½Σr and variance ¼Σr², which accounts for ties, without continuity
 * correction. ±∞ is a value.
 *
 * <p>Misleads with few pairs: with n of them the two-sided p-value is at least 2/2ⁿ, so 5 pairs can
 * never be significant at 5 %.
 *
 * <p>F. Wilcoxon, Biometrics Bulletin 1 (1945).
 */
public final class WilcoxonSignedRank {
  private static final String NAME = "Wilcoxon signed-rank";
  private static final int EXACT = 50;

  private WilcoxonSignedRank() {}

  /** Of pairs (x, y). */
  public static TestResult paired(double[] x, double[] y, Alternative alternative) {
    CompleteRows rows = CompleteRows.ordered(x, y);
    return of(rows.differences(0, 1), rows.missing(), alternative);
  }

  /** Of differences. */
  public static TestResult of(double[] differences, Alternative alternative) {
    return of(differences, 0, alternative);
  }

  private static TestResult of(double[] differences, int missing, Alternative alternative) {
    SignedRanks ranks = SignedRanks.of(differences);
    int left = missing + ranks.missing();
    int n = ranks.count();
    if (n == 0) {
      String why = ranks.zeros() > 0 ? "all differences are 0" : "there are no differences";
      return TestResult.impossible(
          NAME, alternative, Interval.missing(Interval.LEVEL), 0, left, why);
    }
    String note = ranks.zeros() == 0 ? "" : "differences of 0 left out: " + ranks.zeros();
    double w = ranks.positive();
    double p;
    if (n <= EXACT) {
      p = exact(ranks.doubled(), Math.round(2 * w)).pValue(alternative);
    } else {
      double z = (w - ranks.total() / 2) / (Math.sqrt(ranks.squares()) / 2);
      p = NullDistribution.normalPValue(z, alternative);
    }
    NullDistribution distribution = n <= EXACT ? NullDistribution.EXACT : NullDistribution.NORMAL;
    return TestResult.ofRanks(NAME, alternative, w, p, distribution, n, left, note);
  }

  private static Tails exact(int[] doubledRanks, long observed) {
    WholeNumbers sum = WholeNumbers.zero();
    for (int rank : doubledRanks) {
      double[] term = new double[rank + 1];
      term[0] = 0.5;
      term[rank] = 0.5;
      sum = sum.plus(term);
    }
    return sum.tails(observed);
  }
}
