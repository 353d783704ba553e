package org.thalweg.statistics;

/**
 * What a test of a hypothesis found.
 *
 * @param test its name, e.g. "paired t"
 * @param alternative the direction, chosen beforehand
 * @param statistic t, W⁺, U, J, L or the number of successes, as the test's documentation says
 * @param degreesOfFreedom of Student's t; NaN for other tests
 * @param pValue how often data at least as extreme arise if the null hypothesis is true; NaN if the
 *     data admit no test
 * @param distribution where the p-value was read off
 * @param estimate the quantity tested with its two-sided interval (a mean difference, a share); NaN
 *     for tests that estimate nothing
 * @param count rows, pairs, blocks or values that entered
 * @param missing those left out because a value is missing
 * @param note why there is no p-value, or what a reader must know about it; empty if nothing
 */
public record TestResult(
    String test,
    Alternative alternative,
    double statistic,
    double degreesOfFreedom,
    double pValue,
    NullDistribution distribution,
    Interval estimate,
    int count,
    int missing,
    String note) {

  /** Whether the null hypothesis is rejected at this level; false if there is no p-value. */
  public boolean significant(double level) {
    return pValue <= level;
  }

  /** A test that could not be made. */
  static TestResult impossible(
      String test, Alternative alternative, Interval estimate, int count, int missing, String why) {
    return new TestResult(
        test,
        alternative,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        NullDistribution.NONE,
        estimate,
        count,
        missing,
        why);
  }

  /** A test on ranks or signs, which estimates nothing and has no degrees of freedom. */
  static TestResult ofRanks(
      String test,
      Alternative alternative,
      double statistic,
      double pValue,
      NullDistribution distribution,
      int count,
      int missing,
      String note) {
    return new TestResult(
        test,
        alternative,
        statistic,
        Double.NaN,
        pValue,
        distribution,
        Interval.missing(Interval.LEVEL),
        count,
        missing,
        note);
  }
}
