package org.thalweg.study.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A weighted sum of quantities that is to predict an outcome: with the report's weights, and with
 * weights fitted on one half and tested on the other.
 *
 * <p>The half is drawn with the study's seed: of the cells if there are enough of them (twice the
 * number of weights and an intercept), so that no setting is on both sides; otherwise of the
 * trials. Both scores are judged on the half on which nothing was fitted.
 *
 * @param name of the score
 * @param outcome what it is to predict
 * @param givenWeights the report's, by quantity
 * @param fittedWeights least squares on the first half, by quantity; empty if they cannot be fitted
 * @param intercept of the fit; NaN if there is none
 * @param given Pearson's r of the report's score with the outcome on the second half
 * @param fitted likewise of the fitted score
 * @param fittedThere of the fitted score on the half on which it was fitted; the gap to {@code
 *     fitted} is what fitting flatters itself with
 * @param unit whether cells or trials were divided
 * @param fittingCount trials of the first half
 * @param testingCount trials of the second half
 * @param missing trials left out because a value is missing
 */
public record ScoreResult(
    String name,
    String outcome,
    Map<String, Double> givenWeights,
    Map<String, Double> fittedWeights,
    double intercept,
    Estimate given,
    Estimate fitted,
    Estimate fittedThere,
    Unit unit,
    int fittingCount,
    int testingCount,
    int missing) {
  public ScoreResult {
    givenWeights = Collections.unmodifiableMap(new LinkedHashMap<>(givenWeights));
    fittedWeights = Collections.unmodifiableMap(new LinkedHashMap<>(fittedWeights));
  }
}
