package org.thalweg.statistics;

import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A weighted sum of several measurements as a predictor: weights fitted by least squares on one
 * half of the trials and tested on the other, beside weights given beforehand, tested on the same
 * half.
 *
 * <p>Both correlations are with the outcome on the test half only, one-sided for "greater": a score
 * that orders trials the wrong way round has failed. {@code gain} is Pearson's r of the fitted
 * minus that of the given weights, with a bootstrap interval over test rows.
 *
 * <p>Misleads: given weights depend on the units of the measurements (0.3 λ_max + 0.5 S says
 * something else where the loss is scaled by 10), fitted ones do not. With few trials the division
 * decides much: repeat it with other seeds.
 *
 * @param fit the regression on the fitting half
 * @param given the weights given beforehand, in the order of the predictors
 * @param fittedPearson Pearson's r of the fitted score with the outcome on the test half
 * @param fittedSpearman Spearman's ρ likewise
 * @param givenPearson Pearson's r of the given score on the test half
 * @param givenSpearman Spearman's ρ likewise
 * @param gain {@code fittedPearson − givenPearson}
 * @param halves which rows were for which
 */
public record CompositeScore(
    LeastSquares fit,
    List<Double> given,
    Correlation fittedPearson,
    Correlation fittedSpearman,
    Correlation givenPearson,
    Correlation givenSpearman,
    Bootstrapped gain,
    Halves halves) {

  /** Keeps a copy. */
  public CompositeScore {
    given = List.copyOf(given);
  }

  /**
   * Fits on one half and tests on the other.
   *
   * @param trials all of them; rows with missing values are left out of fit and test
   * @param given one weight for each predictor
   * @param halves which rows are for which
   * @param bootstrap for the gain
   * @throws ThalwegException DIMENSION_MISMATCH
   */
  public static CompositeScore of(
      Trials trials, List<Double> given, Halves halves, Bootstrap bootstrap) {
    if (given.size() != trials.names().size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a weight for each of " + trials.names().size() + " predictors")
          .found(given.size() + " weights")
          .next("give them in the order of the predictors");
    }
    LeastSquares fit = trials.only(halves.fit()).fit();
    List<Double> weights =
        fit.terms().stream().skip(1).map(term -> term.coefficient().estimate()).toList();
    Trials test = trials.only(halves.test());
    double[] fitted = test.score(weights);
    double[] claimed = test.score(given);
    double[] y = test.outcome();
    return new CompositeScore(
        fit,
        given,
        correlation(CorrelationKind.PEARSON, fitted, y),
        correlation(CorrelationKind.SPEARMAN, fitted, y),
        correlation(CorrelationKind.PEARSON, claimed, y),
        correlation(CorrelationKind.SPEARMAN, claimed, y),
        gain(fitted, claimed, y, bootstrap),
        halves);
  }

  private static Correlation correlation(CorrelationKind kind, double[] score, double[] y) {
    return Correlation.of(kind, score, y, Alternative.GREATER, Interval.LEVEL);
  }

  private static Bootstrapped gain(
      double[] fitted, double[] given, double[] y, Bootstrap bootstrap) {
    CompleteRows rows = CompleteRows.finite(fitted, given, y);
    CorrelationKind pearson = CorrelationKind.PEARSON;
    return bootstrap.interval(
        Resampling.independent(rows.count()),
        drawn ->
            pearson.coefficient(rows.column(0), rows.column(2), drawn)
                - pearson.coefficient(rows.column(1), rows.column(2), drawn));
  }
}
