package org.thalweg.study.claim;

import java.util.List;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.SeedContrasts;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.observation.Observation;

/** One level of a factor against another, seed by seed. */
final class LevelDifference {
  private LevelDifference() {}

  static Part part(
      Evaluation evaluation,
      String quantity,
      String factor,
      String first,
      String second,
      Contrast contrast,
      Bounds claimed,
      Selection where) {
    String what = quantity + ": " + Words.contrast(contrast, first, second);
    List<Observation> rows = evaluation.rows(quantity, where);
    String absence = evaluation.absence(quantity, factor, List.of(first, second), rows);
    if (!absence.isEmpty()) {
      return Part.absent(what, claimed, evaluation.level(), rows.size(), absence);
    }
    SeedContrasts differences =
        SeedContrasts.difference(rows, Evaluation.value(quantity, contrast), factor, first, second);
    return evaluation.ofSeeds(what, quantity, claimed, contrast, differences);
  }
}
