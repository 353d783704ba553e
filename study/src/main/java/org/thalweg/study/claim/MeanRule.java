package org.thalweg.study.claim;

import java.util.List;
import java.util.Set;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.SeedContrasts;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.observation.Observation;

/**
 * The mean of a quantity lies within bounds.
 *
 * @param quantity which
 * @param bounds of its mean over seeds
 * @param contrast difference for the arithmetic mean, ratio for the geometric mean
 * @param everyCell whether each cell is a part; otherwise the mean over all cells is the only one
 * @param where part of the design
 */
public record MeanRule(
    String quantity, Bounds bounds, Contrast contrast, boolean everyCell, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return name()
        + " "
        + bounds.describe()
        + (everyCell ? " in every cell" : "")
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity);
  }

  private String name() {
    return (contrast == Contrast.RATIO ? "geometric mean of " : "mean ") + quantity;
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<Observation> rows = evaluation.rows(quantity, where);
    if (!everyCell) {
      return List.of(part(evaluation, name(), rows));
    }
    return Evaluation.cells(rows).stream()
        .map(
            cell ->
                part(
                    evaluation,
                    name() + " of " + String.join(" · ", cell.values()),
                    rows.stream().filter(row -> row.levels().equals(cell)).toList()))
        .toList();
  }

  private Part part(Evaluation evaluation, String what, List<Observation> rows) {
    String absence = evaluation.absence(quantity, "", List.of(), rows);
    if (!absence.isEmpty()) {
      return Part.absent(what, bounds, evaluation.level(), rows.size(), absence);
    }
    SeedContrasts means = SeedContrasts.mean(rows, Evaluation.value(quantity, contrast));
    return evaluation.ofSeeds(what, quantity, bounds, contrast, means);
  }
}
