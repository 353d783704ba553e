package org.thalweg.statistics;

import java.util.Arrays;
import org.thalweg.random.RandomStream;

/**
 * The permutation test of pairs: whether the mean difference is larger than it would be with signs
 * drawn at random. Needs no distribution, only that a difference is as likely to be d as −d.
 *
 * <p>The statistic is the mean difference. Up to 20 differences all 2ⁿ signs are counted; beyond, a
 * seeded sample of them, with p = (1 + hits)/(1 + drawn). Sums that agree to rounding count as
 * equal. Values that are not finite are missing.
 *
 * <p>Misleads with few pairs: the two-sided p-value is at least 2/2ⁿ, so 5 pairs can never be
 * significant at 5 %.
 *
 * <p>R. A. Fisher, The Design of Experiments (1935).
 */
public final class SignFlipTest {
  /** How many signs are drawn if there are too many to count. */
  public static final int DRAWN = 20_000;

  private static final String NAME = "sign flips";
  private static final int EXACT = 20;
  private static final double ROUNDING = 1e-13;

  private SignFlipTest() {}

  /** Of pairs (x, y). */
  public static TestResult paired(double[] x, double[] y, Alternative alternative, long seed) {
    CompleteRows rows = CompleteRows.finite(x, y);
    return of(rows.differences(0, 1), rows.missing(), alternative, seed);
  }

  /**
   * Of differences.
   *
   * @param seed of the signs, used for more than 20 differences only
   */
  public static TestResult of(double[] differences, Alternative alternative, long seed) {
    return of(differences, 0, alternative, seed);
  }

  private static TestResult of(
      double[] differences, int missing, Alternative alternative, long seed) {
    CompleteRows rows = CompleteRows.finite(differences);
    double[] d = rows.column(0);
    int left = missing + rows.missing();
    Interval mean = SampleSummary.of(d).mean();
    if (Spread.largest(d) == 0) {
      String why = d.length == 0 ? "there are no differences" : "all differences are 0";
      return TestResult.impossible(NAME, alternative, mean, d.length, left, why);
    }
    boolean exact = d.length <= EXACT;
    Tails tails = exact ? all(d) : drawn(d, RandomStream.of(seed, "sign flips"));
    return new TestResult(
        NAME,
        alternative,
        mean.estimate(),
        Double.NaN,
        tails.pValue(alternative),
        exact ? NullDistribution.EXACT : NullDistribution.SIMULATED,
        mean,
        d.length,
        left,
        exact ? "" : DRAWN + " draws, seed " + seed);
  }

  private static Tails all(double[] d) {
    double observed = Arrays.stream(d).sum();
    double near = near(d);
    long lower = 0;
    long upper = 0;
    long arrangements = 1L << d.length;
    for (long signs = 0; signs < arrangements; signs++) {
      double sum = 0;
      for (int i = 0; i < d.length; i++) {
        sum += (signs >> i & 1) == 0 ? d[i] : -d[i];
      }
      lower += sum <= observed + near ? 1 : 0;
      upper += sum >= observed - near ? 1 : 0;
    }
    return new Tails((double) lower / arrangements, (double) upper / arrangements);
  }

  private static Tails drawn(double[] d, RandomStream random) {
    double observed = Arrays.stream(d).sum();
    double near = near(d);
    // The data themselves are one of the arrangements.
    int lower = 1;
    int upper = 1;
    for (int draw = 0; draw < DRAWN; draw++) {
      double[] signs = random.signs(d.length);
      double sum = LinearCorrelation.dot(signs, d);
      lower += sum <= observed + near ? 1 : 0;
      upper += sum >= observed - near ? 1 : 0;
    }
    return new Tails(lower / (DRAWN + 1.0), upper / (DRAWN + 1.0));
  }

  private static double near(double[] d) {
    return ROUNDING * Arrays.stream(d).map(Math::abs).sum();
  }
}
