package org.thalweg.statistics;

/**
 * Student's t tests of means: one sample, pairs, and two independent samples with different
 * variances (Welch).
 *
 * <pre>
 * one sample, pairs   t = (x̄ − μ)/(s/√n),        n − 1 degrees of freedom
 * Welch               t = (x̄ − ȳ)/√(a + b),      a = s²ₓ/n, b = s²ᵧ/m,
 *                     (a + b)²/(a²/(n − 1) + b²/(m − 1)) degrees of freedom
 * </pre>
 *
 * <p>Misleads with few values of a distribution far from normal, and where values are not
 * independent (several measurements of one training). If the values do not differ at all there is
 * no yardstick and the p-value is NaN; the sign-flip test still has one.
 *
 * <p>B. L. Welch, Biometrika 34 (1947).
 */
public final class StudentTest {
  static final String TOO_FEW = "fewer than 2 values";
  static final String NO_SPREAD = "the values do not differ, so there is no error to compare with";

  private StudentTest() {}

  /** Whether the mean of x is {@code mean}. The estimate is x̄ with a 95 % interval. */
  public static TestResult oneSample(double[] x, double mean, Alternative alternative) {
    CompleteRows rows = CompleteRows.finite(x);
    double[] values = rows.column(0);
    return test("one-sample t", values, Spread.largest(values), mean, alternative, rows.missing());
  }

  /** Whether x − y is 0 in the mean. The estimate is the mean difference with a 95 % interval. */
  public static TestResult paired(double[] x, double[] y, Alternative alternative) {
    return paired(x, y, 0, alternative);
  }

  /** Whether x − y is {@code mean} in the mean. */
  public static TestResult paired(double[] x, double[] y, double mean, Alternative alternative) {
    CompleteRows rows = CompleteRows.finite(x, y);
    double size = Spread.largest(rows.column(0), rows.column(1));
    return test("paired t", rows.differences(0, 1), size, mean, alternative, rows.missing());
  }

  private static TestResult test(
      String name, double[] x, double size, double mean, Alternative alternative, int missing) {
    int n = x.length;
    SampleSummary summary = SampleSummary.of(x);
    if (n < 2 || Spread.constant(x, size)) {
      String why = n < 2 ? TOO_FEW : NO_SPREAD;
      return TestResult.impossible(name, alternative, summary.mean(), n, missing, why);
    }
    double t = (summary.mean().estimate() - mean) / summary.standardError();
    return new TestResult(
        name,
        alternative,
        t,
        n - 1,
        NullDistribution.studentPValue(t, n - 1, alternative),
        NullDistribution.STUDENT,
        summary.mean(),
        n,
        missing,
        "");
  }

  /**
   * Whether two independent samples have the same mean. The estimate is x̄ − ȳ with a 95 %
   * interval, the count that of both samples together.
   */
  public static TestResult welch(double[] x, double[] y, Alternative alternative) {
    return welch(x, y, 0, alternative);
  }

  /** Whether the means of two independent samples differ by {@code mean}. */
  public static TestResult welch(double[] x, double[] y, double mean, Alternative alternative) {
    CompleteRows first = CompleteRows.finite(x);
    CompleteRows second = CompleteRows.finite(y);
    int n = first.count();
    int m = second.count();
    int missing = first.missing() + second.missing();
    if (n < 2 || m < 2) {
      double difference =
          n > 0 && m > 0
              ? Moments.mean(first.column(0)) - Moments.mean(second.column(0))
              : Double.NaN;
      Interval estimate = Interval.unknown(difference, Interval.LEVEL);
      return TestResult.impossible("Welch t", alternative, estimate, n + m, missing, TOO_FEW);
    }
    return welch(first.column(0), second.column(0), mean, alternative, missing);
  }

  private static TestResult welch(
      double[] x, double[] y, double mean, Alternative alternative, int missing) {
    double difference = Moments.mean(x) - Moments.mean(y);
    double error = welchError(x, y);
    int count = x.length + y.length;
    if (error == 0) {
      Interval exact = new Interval(difference, difference, difference, Interval.LEVEL);
      return TestResult.impossible("Welch t", alternative, exact, count, missing, NO_SPREAD);
    }
    double t = (difference - mean) / error;
    double freedom = welchFreedom(x, y);
    double reach = NullDistribution.studentQuantile(Interval.LEVEL, freedom) * error;
    return new TestResult(
        "Welch t",
        alternative,
        t,
        freedom,
        NullDistribution.studentPValue(t, freedom, alternative),
        NullDistribution.STUDENT,
        new Interval(difference, difference - reach, difference + reach, Interval.LEVEL),
        count,
        missing,
        "");
  }

  /** The standard error of x̄ − ȳ. */
  private static double welchError(double[] x, double[] y) {
    return Math.hypot(error(x), error(y));
  }

  private static double welchFreedom(double[] x, double[] y) {
    double ratio = error(x) / welchError(x, y);
    double share = ratio * ratio;
    return 1 / (share * share / (x.length - 1) + (1 - share) * (1 - share) / (y.length - 1));
  }

  private static double error(double[] x) {
    return Moments.deviation(x) / Math.sqrt(x.length);
  }
}
