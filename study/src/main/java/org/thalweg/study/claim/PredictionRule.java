package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.study.analysis.CellRows;
import org.thalweg.study.analysis.HalfAndHalf;
import org.thalweg.study.analysis.RowCorrelation;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.Unit;
import org.thalweg.study.observation.Observation;

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

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<String> columns = new ArrayList<>(weights.keySet());
    columns.add(outcome);
    List<Observation> rows = evaluation.rows(outcome, where);
    Bounds claimed = Bounds.above(atLeast);
    CellRows table = CellRows.of(rows, columns);
    if (table.count() == 0) {
      String why =
          evaluation.observations().study().name() + " has no trial with all of " + columns;
      return List.of(Part.absent(name(), claimed, evaluation.level(), rows.size(), why));
    }
    return List.of(fitted ? fitted(table, evaluation) : given(table, evaluation));
  }

  private String name() {
    return (fitted ? "fitted" : "given") + " score with " + outcome;
  }

  /** Nothing is fitted, so that all rows may judge. */
  private Part given(CellRows table, Evaluation evaluation) {
    double[] score = HalfAndHalf.score(table, 0, List.copyOf(weights.values()));
    return part(table, score, table.cellCount() > 1 ? Unit.CELLS : Unit.TRIALS, evaluation);
  }

  private Part fitted(CellRows table, Evaluation evaluation) {
    HalfAndHalf halves = HalfAndHalf.of(table, weights.size(), evaluation.seed());
    CellRows testing = halves.testing();
    int needed = HalfAndHalf.cellsNeeded(weights.size());
    return part(testing, halves.score(testing), halves.unit(), evaluation)
        .hindered(halves.coefficients().isEmpty(), "the weights cannot be fitted")
        .hindered(
            halves.unit() == Unit.TRIALS && table.cellCount() > 1,
            "with %d cells the same settings are in both halves; %d are needed"
                .formatted(table.cellCount(), needed));
  }

  private Part part(CellRows rows, double[] score, Unit unit, Evaluation evaluation) {
    RowCorrelation correlation =
        RowCorrelation.of(
            CorrelationKind.PEARSON,
            rows,
            score,
            rows.column(weights.size()),
            List.of(),
            unit,
            1 - evaluation.level());
    return Correlations.part(name(), Bounds.above(atLeast), correlation, rows, unit);
  }
}
