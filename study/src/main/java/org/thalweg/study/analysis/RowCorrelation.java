package org.thalweg.study.analysis;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.thalweg.statistics.Correlation;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.statistics.Interval;
import org.thalweg.statistics.PartialCorrelation;

/**
 * The correlation of two columns over independent rows, which are cells, trials, or what is left of
 * trials when the means of their cells are taken off; with a test against any value, not only 0.
 *
 * <p>Everything that is taken out costs a row: the means of C cells cost C − 1, k quantities held
 * fixed cost k. With what remains, n, the interval is tanh(artanh r ± z·error), the error as in
 * {@link Correlation}. The p-value against 0 is exact for few rows if nothing is taken out, else
 * Student's. The one against another value ρ is that of (artanh r − artanh ρ)/error, and never
 * smaller than the one against 0 if ρ lies between 0 and r.
 *
 * @param kind which coefficient
 * @param interval of it
 * @param pValueOfZero two-sided
 * @param rows independent ones
 */
public record RowCorrelation(
    CorrelationKind kind, Interval interval, double pValueOfZero, int rows) {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /**
   * Of two columns of a table.
   *
   * @param table says which rows belong to one cell
   * @param x a value for every row
   * @param y likewise
   * @param given columns held fixed
   */
  public static RowCorrelation of(
      CorrelationKind kind,
      CellRows table,
      double[] x,
      double[] y,
      List<double[]> given,
      Unit unit,
      double level) {
    return switch (unit) {
      case CELLS ->
          of(
              kind,
              table.means(x),
              table.means(y),
              given.stream().map(table::means).toList(),
              0,
              level);
      case TRIALS -> of(kind, x, y, given, 0, level);
      case WITHIN ->
          of(
              kind,
              table.deviations(x),
              table.deviations(y),
              given.stream().map(table::deviations).toList(),
              table.cellCount() - 1,
              level);
    };
  }

  private static RowCorrelation of(
      CorrelationKind kind, double[] x, double[] y, List<double[]> given, int lost, double level) {
    int rows = x.length - lost - given.size();
    if (rows < 3) {
      return new RowCorrelation(kind, Interval.missing(level), Double.NaN, Math.max(0, rows));
    }
    Correlation plain =
        given.isEmpty() ? Correlation.of(kind, x, y) : PartialCorrelation.of(kind, x, y, given);
    double r = plain.coefficient();
    boolean complete = rows == x.length;
    return new RowCorrelation(
        kind, interval(kind, r, rows, level), complete ? plain.pValue() : student(r, rows), rows);
  }

  /** Two-sided, of the hypothesis that the true coefficient is {@code value}. */
  public double pValue(double value) {
    double r = interval.estimate();
    if (value == 0 || Double.isNaN(r)) {
      return pValueOfZero;
    }
    double error = error(kind, r, rows);
    double p =
        Double.isFinite(error)
            ? 2 * NORMAL.cumulativeProbability(-Math.abs(artanh(r) - artanh(value)) / error)
            : Double.NaN;
    boolean between = value > 0 ? r > value : r < value;
    return between ? Math.max(p, pValueOfZero) : p;
  }

  /** As a coefficient of an analysis. */
  public Estimate estimate() {
    return new Estimate(interval, pValueOfZero, rows);
  }

  private static Interval interval(CorrelationKind kind, double r, int rows, double level) {
    double reach = NORMAL.inverseCumulativeProbability((1 + level) / 2) * error(kind, r, rows);
    return Double.isFinite(reach)
        ? new Interval(r, Math.tanh(artanh(r) - reach), Math.tanh(artanh(r) + reach), level)
        : Interval.unknown(r, level);
  }

  private static double error(CorrelationKind kind, double r, int rows) {
    return Math.sqrt(
        switch (kind) {
          case PEARSON -> 1.0 / (rows - 3);
          case SPEARMAN -> (1 + r * r / 2) / (rows - 3);
          case KENDALL -> 0.437 / (rows - 4);
        });
  }

  private static double artanh(double r) {
    return 0.5 * (Math.log1p(r) - Math.log1p(-r));
  }

  private static double student(double r, int rows) {
    double t = Math.abs(r) * Math.sqrt((rows - 2) / ((1 - r) * (1 + r)));
    return Double.isNaN(t)
        ? t
        : Double.isInfinite(t) ? 0 : 2 * new TDistribution(rows - 2).cumulativeProbability(-t);
  }
}
