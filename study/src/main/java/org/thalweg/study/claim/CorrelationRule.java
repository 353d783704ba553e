package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.study.analysis.CellRows;
import org.thalweg.study.analysis.RowCorrelation;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.Unit;
import org.thalweg.study.observation.Observation;

/**
 * Two quantities go together, at least so much.
 *
 * @param predictor first quantity
 * @param outcome second quantity
 * @param kind of the coefficient
 * @param positive whether it is claimed to be positive
 * @param atLeast least absolute value, 0 for "any"
 * @param given quantities held fixed; may be empty
 * @param unit what an independent row is
 * @param where part of the design
 */
public record CorrelationRule(
    String predictor,
    String outcome,
    CorrelationKind kind,
    boolean positive,
    double atLeast,
    List<String> given,
    Unit unit,
    Selection where)
    implements DecisionRule {
  public CorrelationRule {
    given = List.copyOf(given);
  }

  @Override
  public String describe() {
    return "correlation of "
        + predictor
        + " with "
        + outcome
        + (given.isEmpty() ? "" : " given " + String.join(", ", given))
        + (unit == Unit.WITHIN ? " within cells " : " over " + unit.text() + " ")
        + (positive ? Bounds.above(atLeast) : Bounds.below(-atLeast)).describe()
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Stream.concat(Stream.of(predictor, outcome), given.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<String> columns = new ArrayList<>(List.of(predictor, outcome));
    columns.addAll(given);
    List<Observation> rows = evaluation.rows(predictor, where);
    String what = "correlation of " + predictor + " with " + outcome;
    Bounds claimed = positive ? Bounds.above(atLeast) : Bounds.below(-atLeast);
    CellRows table = CellRows.of(rows, columns);
    if (table.count() == 0) {
      String why =
          evaluation.observations().study().name() + " has no trial with all of " + columns;
      return List.of(Part.absent(what, claimed, evaluation.level(), rows.size(), why));
    }
    RowCorrelation correlation =
        RowCorrelation.of(
            kind,
            table,
            table.column(0),
            table.column(1),
            IntStream.range(2, columns.size()).mapToObj(table::column).toList(),
            unit,
            1 - evaluation.level());
    return List.of(Correlations.part(what, claimed, correlation, table, unit));
  }
}
