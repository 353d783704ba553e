package org.thalweg.study.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.study.analysis.Selection;

/**
 * A weighted sum of quantities predicts an outcome on trials that it was not fitted on.
 *
 * @param weights by quantity
 * @param fitted whether the weights are fitted on one half; otherwise the given ones are used on
 *     all
 * @param outcome what is to be predicted
 * @param atLeast least correlation of prediction and outcome
 * @param where part of the design
 */
public record PredictionRule(
    Map<String, Double> weights, boolean fitted, String outcome, double atLeast, Selection where)
    implements DecisionRule {
  public PredictionRule {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  @Override
  public String describe() {
    String sum =
        fitted
            ? "fitted sum of " + String.join(", ", weights.keySet())
            : weights.entrySet().stream()
                .map(entry -> Numbers.plain(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(" + "));
    return sum
        + " correlates with "
        + outcome
        + " "
        + Bounds.above(atLeast).describe()
        + " where it was not fitted"
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Stream.concat(weights.keySet().stream(), Stream.of(outcome))
        .collect(Collectors.toUnmodifiableSet());
  }
}
