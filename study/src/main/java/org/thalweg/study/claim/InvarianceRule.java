package org.thalweg.study.claim;

import java.util.List;
import java.util.Set;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.SeedContrasts;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.observation.Observation;

/**
 * A measure does not notice a transformation: in every cell the ratio after / before is 1 within a
 * tolerance.
 *
 * @param before quantity of the network as it was trained
 * @param after the same quantity of the transformed network
 * @param within largest factor that counts as none, e.g. 1.05
 * @param where part of the design
 */
public record InvarianceRule(String before, String after, double within, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return after
        + " / "
        + before
        + " "
        + new Bounds(1 / within, within).describe()
        + " in every cell"
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(before, after);
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<Observation> rows = evaluation.rows(after, where);
    return Evaluation.cells(rows).stream()
        .map(
            cell ->
                part(
                    evaluation,
                    String.join(" · ", cell.values()),
                    rows.stream().filter(row -> row.levels().equals(cell)).toList()))
        .toList();
  }

  private Part part(Evaluation evaluation, String cell, List<Observation> rows) {
    String what = after + " / " + before + (cell.isEmpty() ? "" : " of " + cell);
    Bounds claimed = new Bounds(1 / within, within);
    for (String quantity : List.of(before, after)) {
      String absence = evaluation.absence(quantity, "", List.of(), rows);
      if (!absence.isEmpty()) {
        return Part.absent(what, claimed, evaluation.level(), rows.size(), absence);
      }
    }
    SeedContrasts ratios =
        SeedContrasts.mean(
            rows, row -> Contrast.RATIO.transform(row.value(after) / row.value(before)));
    return evaluation.ofSeeds(what, after, claimed, Contrast.RATIO, ratios);
  }
}
