package org.thalweg.statistics;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How two quantities go together once others are held fixed: the correlation of what is left of
 * both after linear regression on the controls, for Spearman with ranks in place of all values.
 *
 * <p>With n rows and k independent controls, t = r√((n − 2 − k)/(1 − r²)) has n − 2 − k degrees of
 * freedom, and the error of artanh r is that of {@link Correlation} with n − k for n. Controls that
 * are constant or follow from others count for nothing; {@code controls} in the result is the
 * number of independent ones.
 *
 * <p>Misleads: only the linear (or monotone) part of the controls' influence is taken out, and
 * holding fixed a common consequence of both quantities makes a correlation that is not there.
 *
 * <p>R. A. Fisher, Metron 3 (1924).
 */
public final class PartialCorrelation {
  private PartialCorrelation() {}

  /** Two-sided, 95 %. */
  public static Correlation of(
      CorrelationKind kind, double[] x, double[] y, List<double[]> controls) {
    return of(kind, x, y, controls, Alternative.TWO_SIDED, Interval.LEVEL);
  }

  /**
   * With a chosen direction of the test and level of the interval.
   *
   * @throws ThalwegException INVALID_OPTION for Kendall's, of which no test is known
   */
  public static Correlation of(
      CorrelationKind kind,
      double[] x,
      double[] y,
      List<double[]> controls,
      Alternative alternative,
      double level) {
    CompleteRows rows = complete(kind, x, y, controls);
    int n = rows.count();
    Residuals residuals = controls(rows, kind, controls.size());
    int k = residuals.controls();
    double r = coefficient(rows, kind, residuals);
    NoAssociation test = test(r, n - 2 - k, alternative);
    return new Correlation(
        kind,
        kind.interval(r, n, k, level),
        alternative,
        test.pValue(),
        test.distribution(),
        k,
        n,
        rows.missing(),
        test.note());
  }

  /** The bootstrap interval of the coefficient; rows as in {@link Correlation#bootstrap}. */
  public static Bootstrapped bootstrap(
      CorrelationKind kind,
      double[] x,
      double[] y,
      List<double[]> controls,
      Resampling resampling,
      Bootstrap bootstrap) {
    CompleteRows rows = complete(kind, x, y, controls);
    return bootstrap.interval(
        resampling.only(rows.rows()),
        drawn -> {
          double[][] columns = new double[2 + controls.size()][];
          for (int j = 0; j < columns.length; j++) {
            columns[j] = CompleteRows.at(drawn, rows.column(j));
          }
          CompleteRows resample = CompleteRows.ordered(columns);
          return coefficient(resample, kind, controls(resample, kind, controls.size()));
        });
  }

  private static NoAssociation test(double r, int degreesOfFreedom, Alternative alternative) {
    if (degreesOfFreedom < 1) {
      return NoAssociation.none("too few complete rows for so many controls");
    }
    if (Double.isNaN(r)) {
      return NoAssociation.none("a column is constant or follows from the controls");
    }
    return NoAssociation.student(r, degreesOfFreedom, alternative);
  }

  private static CompleteRows complete(
      CorrelationKind kind, double[] x, double[] y, List<double[]> controls) {
    if (kind == CorrelationKind.KENDALL) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a partial correlation of kind pearson or spearman")
          .found("kendall")
          .next("use spearman, which is of ranks too");
    }
    List<double[]> columns = new ArrayList<>(List.of(x, y));
    columns.addAll(controls);
    double[][] all = columns.toArray(double[][]::new);
    return kind == CorrelationKind.PEARSON ? CompleteRows.finite(all) : CompleteRows.ordered(all);
  }

  private static double coefficient(CompleteRows rows, CorrelationKind kind, Residuals controls) {
    double[] x = controls.of(deviations(rows, kind, 0));
    double[] y = controls.of(deviations(rows, kind, 1));
    return LinearCorrelation.of(x, y);
  }

  private static Residuals controls(CompleteRows rows, CorrelationKind kind, int controls) {
    Residuals residuals = new Residuals();
    for (int j = 2; j < 2 + controls; j++) {
      residuals.control(deviations(rows, kind, j));
    }
    return residuals;
  }

  /** Deviations from the mean, all 0 if the column is constant. */
  private static double[] deviations(CompleteRows rows, CorrelationKind kind, int column) {
    double[] values = rows.column(column);
    if (Spread.constant(values)) {
      return new double[values.length];
    }
    return LinearCorrelation.deviations(
        kind == CorrelationKind.SPEARMAN ? Ranks.of(values) : values);
  }
}
