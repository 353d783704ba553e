package org.thalweg.statistics;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The computation of {@link LeastSquares}. */
final class LeastSquaresFit {
  /** A scaled predictor of which less than this is left follows from the others. */
  private static final double NOTHING = 1e-10;

  private final List<String> names;
  private final CompleteRows rows;
  private final double[] means;
  private final double[] scales;

  private LeastSquaresFit(List<String> names, CompleteRows rows) {
    this.names = names;
    this.rows = rows;
    means = new double[names.size()];
    scales = new double[names.size()];
    for (int j = 0; j < names.size(); j++) {
      means[j] = Moments.mean(rows.column(j));
      scales[j] = Moments.deviation(rows.column(j));
    }
  }

  static LeastSquares of(List<String> names, List<double[]> predictors, double[] y) {
    if (names.size() != predictors.size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a column for each of " + names.size() + " names")
          .found(predictors.size() + " columns")
          .next("give as many columns as names");
    }
    List<double[]> columns = new ArrayList<>(predictors);
    columns.add(y);
    CompleteRows rows = CompleteRows.finite(columns.toArray(double[][]::new));
    if (rows.count() <= names.size()) {
      return none(names, rows, "fewer complete rows than coefficients");
    }
    return new LeastSquaresFit(names, rows).solve();
  }

  private LeastSquares solve() {
    for (int j = 0; j < names.size(); j++) {
      if (!(scales[j] > 0)) {
        return none(names, rows, names.get(j) + " is constant");
      }
    }
    int p = names.size();
    int freedom = rows.count() - p - 1;
    double[] y = rows.column(p);
    double size = Math.max(Spread.largest(y), Double.MIN_NORMAL);
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(NOTHING);
    double[] scaled = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      scaled[i] = y[i] / size;
    }
    try {
      regression.newSampleData(scaled, design());
      double[] b = regression.estimateRegressionParameters();
      double[][] inverse = regression.estimateRegressionParametersVariance();
      double residual =
          freedom > 0
              ? Math.sqrt(regression.calculateResidualSumOfSquares() / freedom)
              : Double.NaN;
      double r2 = Spread.constant(y) ? Double.NaN : regression.calculateRSquared();
      double adjusted = freedom > 0 ? 1 - (1 - r2) * (rows.count() - 1.0) / freedom : Double.NaN;
      return new LeastSquares(
          terms(b, inverse, size, residual, freedom),
          r2,
          adjusted,
          residual * size,
          freedom,
          rows.count(),
          rows.missing(),
          "");
    } catch (MathRuntimeException e) {
      return none(names, rows, "a predictor follows from the others");
    }
  }

  /** Centred, of standard deviation 1. */
  private double[][] design() {
    double[][] design = new double[rows.count()][names.size()];
    for (int j = 0; j < names.size(); j++) {
      for (int i = 0; i < design.length; i++) {
        design[i][j] = (rows.column(j)[i] - means[j]) / scales[j];
      }
    }
    return design;
  }

  /** Back from scaled to given columns: β = b/scale, β₀ = b₀ − Σ β·mean. */
  private List<LeastSquares.Term> terms(
      double[] b, double[][] inverse, double size, double residual, int freedom) {
    int p = names.size();
    double intercept = b[0];
    double[] toIntercept = new double[p + 1];
    toIntercept[0] = 1;
    for (int j = 0; j < p; j++) {
      toIntercept[j + 1] = -means[j] / scales[j];
      intercept += b[j + 1] * toIntercept[j + 1];
    }
    double variance = 0;
    for (int i = 0; i <= p; i++) {
      for (int j = 0; j <= p; j++) {
        variance += toIntercept[i] * inverse[i][j] * toIntercept[j];
      }
    }
    List<LeastSquares.Term> terms = new ArrayList<>();
    terms.add(
        term(
            LeastSquares.INTERCEPT,
            intercept * size,
            residual * size * Math.sqrt(variance),
            freedom));
    for (int j = 0; j < p; j++) {
      double unit = size / scales[j];
      double error = residual * Math.sqrt(inverse[j + 1][j + 1]) * unit;
      terms.add(term(names.get(j), b[j + 1] * unit, error, freedom));
    }
    return terms;
  }

  private static LeastSquares.Term term(String name, double value, double error, int freedom) {
    if (freedom < 1) {
      Interval unknown = Interval.unknown(value, Interval.LEVEL);
      return new LeastSquares.Term(name, unknown, Double.NaN, Double.NaN, Double.NaN);
    }
    double reach = NullDistribution.studentQuantile(Interval.LEVEL, freedom) * error;
    double t = value / error;
    double p =
        Double.isNaN(t)
            ? Double.NaN
            : NullDistribution.studentPValue(t, freedom, Alternative.TWO_SIDED);
    Interval interval = new Interval(value, value - reach, value + reach, Interval.LEVEL);
    return new LeastSquares.Term(name, interval, error, t, p);
  }

  private static LeastSquares none(List<String> names, CompleteRows rows, String why) {
    double nan = Double.NaN;
    List<LeastSquares.Term> terms = new ArrayList<>();
    List<String> all = new ArrayList<>(List.of(LeastSquares.INTERCEPT));
    all.addAll(names);
    for (String name : all) {
      terms.add(new LeastSquares.Term(name, Interval.missing(Interval.LEVEL), nan, nan, nan));
    }
    int freedom = rows.count() - names.size() - 1;
    return new LeastSquares(terms, nan, nan, nan, freedom, rows.count(), rows.missing(), why);
  }
}
