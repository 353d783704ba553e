package org.thalweg.statistics;

/**
 * How two quantities go together, from −1 to 1, with interval and p-value.
 *
 * <table>
 * <caption>Interval tanh(artanh r ± z·error) and test of "no association"</caption>
 * <tr><th>kind<th>error of artanh r<th>p-value
 * <tr><td>Pearson<td>1/√(n − 3)<td>t = r√((n − 2)/(1 − r²)), n − 2 degrees of freedom
 * <tr><td>Spearman<td>√((1 + r²/2)/(n − 3))<td>all n! orders for n ≤ 9, given the ties; else t as above
 * <tr><td>Kendall τ_b<td>√(0.437/(n − 4))<td>exact without ties for n ≤ 50, and with ties for n ≤ 8;
 *     else normal with the variance given the ties
 * </table>
 *
 * <p>The interval of Pearson's r wants values that are jointly normal; those of the ranks are
 * approximations for |r| &lt; 0.95 (Spearman) and 0.8 (Kendall) and poor with many ties: {@link
 * #bootstrap} assumes less. Of r = ±1 the interval has width 0. Several trainings that share a
 * configuration are not independent rows: resample them as clusters, or use {@link RankAgreement}.
 * Costs O(n) for Pearson, O(n log n) for Spearman, O(n²) for Kendall, and at most 9! sums.
 *
 * <p>R. A. Fisher (1921); D. G. Bonett and T. A. Wright, Psychometrika 65 (2000); E. C. Fieller, H.
 * O. Hartley and E. S. Pearson, Biometrika 44 (1957); M. G. Kendall, Rank Correlation Methods
 * (1970).
 *
 * @param kind which coefficient
 * @param interval the coefficient with its interval; NaN if a column is constant
 * @param alternative the direction of the test, chosen beforehand
 * @param pValue NaN if there is none
 * @param distribution where the p-value was read off
 * @param controls how many quantities were held fixed; 0 for a plain correlation
 * @param count complete rows
 * @param missing rows left out because a value is missing
 * @param note why something is NaN; empty if nothing is
 */
public record Correlation(
    CorrelationKind kind,
    Interval interval,
    Alternative alternative,
    double pValue,
    NullDistribution distribution,
    int controls,
    int count,
    int missing,
    String note) {

  /** Pearson's r, two-sided, 95 %. */
  public static Correlation pearson(double[] x, double[] y) {
    return of(CorrelationKind.PEARSON, x, y);
  }

  /** Spearman's ρ, two-sided, 95 %. */
  public static Correlation spearman(double[] x, double[] y) {
    return of(CorrelationKind.SPEARMAN, x, y);
  }

  /** Kendall's τ_b, two-sided, 95 %. */
  public static Correlation kendall(double[] x, double[] y) {
    return of(CorrelationKind.KENDALL, x, y);
  }

  /** Of this kind, two-sided, 95 %. */
  public static Correlation of(CorrelationKind kind, double[] x, double[] y) {
    return of(kind, x, y, Alternative.TWO_SIDED, Interval.LEVEL);
  }

  /** Of this kind, with a chosen direction of the test and level of the interval. */
  public static Correlation of(
      CorrelationKind kind, double[] x, double[] y, Alternative alternative, double level) {
    CompleteRows rows = complete(kind, x, y);
    double[] first = rows.column(0);
    double[] second = rows.column(1);
    double r = kind.coefficient(first, second);
    NoAssociation test = NoAssociation.of(kind, r, first, second, alternative);
    return new Correlation(
        kind,
        kind.interval(r, rows.count(), 0, level),
        alternative,
        test.pValue(),
        test.distribution(),
        0,
        rows.count(),
        rows.missing(),
        test.note());
  }

  /** The coefficient: {@code interval().estimate()}. */
  public double coefficient() {
    return interval.estimate();
  }

  /** The bootstrap interval of the coefficient, rows being independent. */
  public static Bootstrapped bootstrap(
      CorrelationKind kind, double[] x, double[] y, Bootstrap bootstrap) {
    return bootstrap(kind, x, y, Resampling.independent(x.length), bootstrap);
  }

  /**
   * The bootstrap interval of the coefficient. Resamples in which a column is constant are
   * undefined.
   *
   * @param resampling of all rows, also of those with missing values, which are left out
   */
  public static Bootstrapped bootstrap(
      CorrelationKind kind, double[] x, double[] y, Resampling resampling, Bootstrap bootstrap) {
    CompleteRows rows = complete(kind, x, y);
    return bootstrap.interval(
        resampling.only(rows.rows()),
        drawn -> kind.coefficient(rows.column(0), rows.column(1), drawn));
  }

  private static CompleteRows complete(CorrelationKind kind, double[] x, double[] y) {
    return kind == CorrelationKind.PEARSON ? CompleteRows.finite(x, y) : CompleteRows.ordered(x, y);
  }
}
