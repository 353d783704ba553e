package org.thalweg.statistics;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Whether a quantity lies between two margins stated beforehand: "no barrier", "stays almost flat",
 * "makes no difference". That a difference is not significant does not say this; few data would
 * always "show" it.
 *
 * <p>Two one-sided tests, against "at most {@code low}" and "at least {@code high}"; the p-value is
 * the larger of the two. At level α this is the same as asking whether the interval of level 1 − 2α
 * lies between the margins. Of means by Student's t ({@link #oneSample}, {@link #paired}, {@link
 * #welch}), of the median by the sign test ({@link #median}), which also works for values that do
 * not differ, such as barriers that are all 0; 5 values decide there at 5 % if all lie between the
 * margins.
 *
 * <p>D. J. Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987).
 *
 * @param low lower margin
 * @param high upper margin
 * @param aboveLow the test that the quantity is greater than {@code low}
 * @param belowHigh the test that it is less than {@code high}
 */
public record Equivalence(double low, double high, TestResult aboveLow, TestResult belowHigh) {
  /**
   * Refuses margins in the wrong order.
   *
   * @throws ThalwegException INVALID_OPTION
   */
  public Equivalence {
    if (!(low < high)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a lower margin below the upper one")
          .found(low + " and " + high)
          .next("give the margins in ascending order");
    }
  }

  /** Of the mean of x. */
  public static Equivalence oneSample(double[] x, double low, double high) {
    return new Equivalence(
        low,
        high,
        StudentTest.oneSample(x, low, Alternative.GREATER),
        StudentTest.oneSample(x, high, Alternative.LESS));
  }

  /** Of the mean of x − y, row by row. */
  public static Equivalence paired(double[] x, double[] y, double low, double high) {
    return new Equivalence(
        low,
        high,
        StudentTest.paired(x, y, low, Alternative.GREATER),
        StudentTest.paired(x, y, high, Alternative.LESS));
  }

  /** Of the difference of the means of two independent samples. */
  public static Equivalence welch(double[] x, double[] y, double low, double high) {
    return new Equivalence(
        low,
        high,
        StudentTest.welch(x, y, low, Alternative.GREATER),
        StudentTest.welch(x, y, high, Alternative.LESS));
  }

  /** Of the median of x; values that equal a margin count against equivalence. */
  public static Equivalence median(double[] x, double low, double high) {
    return new Equivalence(low, high, above(x, low, 1), above(x, high, -1));
  }

  /** The sign test of whether sign·(x − margin) is mostly positive; 0 counts as not. */
  private static TestResult above(double[] x, double margin, int sign) {
    double[] signs = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int side = sign * PairCounts.sign(x[i], margin);
      signs[i] = Double.isNaN(x[i]) ? Double.NaN : side > 0 ? 1 : -1;
    }
    return SignTest.of(signs, Alternative.GREATER);
  }

  /** The larger p-value of the two; NaN if one of the tests could not be made. */
  public double pValue() {
    return Math.max(aboveLow.pValue(), belowHigh.pValue());
  }

  /** Whether equivalence is shown at this level. */
  public boolean shown(double level) {
    return pValue() <= level;
  }

  /** Values, pairs, or values of both samples. */
  public int count() {
    return aboveLow.count();
  }

  /** Those left out because a value is missing. */
  public int missing() {
    return aboveLow.missing();
  }

  /** Why there is no p-value; empty if there is one. */
  public String note() {
    return aboveLow.note();
  }
}
