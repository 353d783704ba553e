package org.thalweg.study.claim;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.SeedContrasts;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.observation.Observation;

/**
 * From one quantity of a trial to another the change lies within bounds: early and late in
 * training, before and after a transformation. That a measure does not notice a transformation is
 * the change 1 within a tolerance, in every cell.
 *
 * @param before first quantity
 * @param after second quantity
 * @param bounds of after − before, or of after / before
 * @param contrast difference or ratio
 * @param everyCell whether each cell is a part; otherwise the mean over all cells is the only one
 * @param where part of the design
 */
public record ChangeRule(
    String before,
    String after,
    Bounds bounds,
    Contrast contrast,
    boolean everyCell,
    Selection where)
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
    return Set.of(before, after);
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<Observation> rows = evaluation.rows(after, where);
    if (!everyCell || rows.isEmpty()) {
      return List.of(part(evaluation, name(), rows));
    }
    return Evaluation.cells(rows).stream()
        .map(
            cell ->
                part(
                    evaluation,
                    name() + Words.cell(cell),
                    rows.stream().filter(row -> row.levels().equals(cell)).toList()))
        .toList();
  }

  private String name() {
    return Words.contrast(contrast, after, before);
  }

  private Part part(Evaluation evaluation, String what, List<Observation> rows) {
    for (String quantity : List.of(before, after)) {
      String absence = evaluation.absence(quantity, "", List.of(), rows);
      if (!absence.isEmpty()) {
        return Part.absent(what, bounds, evaluation.level(), rows.size(), absence);
      }
    }
    ToDoubleFunction<Observation> change =
        row ->
            contrast == Contrast.RATIO
                ? contrast.transform(row.value(after) / row.value(before))
                : row.value(after) - row.value(before);
    return evaluation.ofSeeds(what, after, bounds, contrast, SeedContrasts.mean(rows, change));
  }
}
