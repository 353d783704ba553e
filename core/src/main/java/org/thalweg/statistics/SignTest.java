package org.thalweg.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The exact binomial test of a share, and with it the sign test of differences. The statistic is
 * the number of successes, the estimate their share with the 95 % interval of Clopper and Pearson
 * (of Hipparchus), which covers at least that often.
 *
 * <p>Two-sided p-values are twice the smaller tail; other programs add up the outcomes that are
 * less likely than the observed one, which is the same for p = ½.
 *
 * <p>C. J. Clopper and E. S. Pearson, Biometrika 26 (1934).
 */
public final class SignTest {
  private static final double ACCURACY = 1e-14;

  private SignTest() {}

  /**
   * Whether the probability of success is p.
   *
   * @throws ThalwegException INVALID_OPTION unless 0 ≤ successes ≤ trials and 0 &lt; p &lt; 1
   */
  public static TestResult binomial(int successes, int trials, double p, Alternative alternative) {
    if (!(successes >= 0 && successes <= trials && p > 0 && p < 1)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("successes among trials and a probability between 0 and 1")
          .found(successes + " of " + trials + ", probability " + p)
          .next("check the counts");
    }
    return test("binomial", successes, trials, p, alternative, 0, "");
  }

  /** Whether x is as often greater than y as it is less; pairs that are equal are left out. */
  public static TestResult paired(double[] x, double[] y, Alternative alternative) {
    CompleteRows rows = CompleteRows.ordered(x, y);
    double[] signs = new double[rows.count()];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = PairCounts.sign(rows.column(0)[i], rows.column(1)[i]);
    }
    return signs(signs, rows.missing(), alternative);
  }

  /** Whether differences are as often positive as negative; zeros are left out. */
  public static TestResult of(double[] differences, Alternative alternative) {
    CompleteRows rows = CompleteRows.ordered(differences);
    return signs(rows.column(0), rows.missing(), alternative);
  }

  private static TestResult signs(double[] differences, int missing, Alternative alternative) {
    int positive = (int) Arrays.stream(differences).filter(d -> d > 0).count();
    int negative = (int) Arrays.stream(differences).filter(d -> d < 0).count();
    int zeros = differences.length - positive - negative;
    String note = zeros == 0 ? "" : "differences of 0 left out: " + zeros;
    return test("sign", positive, positive + negative, 0.5, alternative, missing, note);
  }

  private static TestResult test(
      String name,
      int successes,
      int trials,
      double p,
      Alternative alternative,
      int missing,
      String note) {
    if (trials == 0) {
      String why = note.isEmpty() ? "no trials" : note;
      return TestResult.impossible(
          name, alternative, Interval.missing(Interval.LEVEL), 0, missing, why);
    }
    // Summed up from the probabilities: a difference from 1 would lose small tails.
    BinomialDistribution binomial = new BinomialDistribution(trials, p);
    double lower = IntStream.rangeClosed(0, successes).mapToDouble(binomial::probability).sum();
    double upper =
        IntStream.rangeClosed(successes, trials).mapToDouble(binomial::probability).sum();
    return new TestResult(
        name,
        alternative,
        successes,
        Double.NaN,
        alternative.pValue(lower, upper),
        NullDistribution.EXACT,
        share(successes, trials),
        trials,
        missing,
        note);
  }

  /** Of Clopper and Pearson; that of Hipparchus 4.0.3 fails for no and for only successes. */
  private static Interval share(int successes, int trials) {
    int failures = trials - successes;
    double tail = (1 - Interval.LEVEL) / 2;
    double low = successes == 0 ? 0 : quantile(successes, failures + 1.0, tail);
    double high = failures == 0 ? 1 : quantile(successes + 1.0, failures, 1 - tail);
    return new Interval((double) successes / trials, low, high, Interval.LEVEL);
  }

  private static double quantile(double alpha, double beta, double probability) {
    return new BetaDistribution(alpha, beta, ACCURACY).inverseCumulativeProbability(probability);
  }
}
