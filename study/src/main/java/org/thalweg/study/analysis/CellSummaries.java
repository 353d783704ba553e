package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.statistics.SampleSummary;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/** Every quantity in every cell. */
final class CellSummaries {
  private CellSummaries() {}

  static List<CellSummary> of(StudyObservations observations) {
    List<CellSummary> summaries = new ArrayList<>();
    for (Cell cell : observations.study().cells()) {
      for (Quantity quantity : observations.study().quantities()) {
        summaries.add(of(observations.of(quantity.name()), cell.levels(), quantity.name()));
      }
    }
    return summaries;
  }

  private static CellSummary of(
      List<Observation> observations, Map<String, String> levels, String quantity) {
    double[] values =
        observations.stream()
            .filter(observation -> observation.levels().equals(levels))
            .mapToDouble(observation -> observation.value(quantity))
            .toArray();
    SampleSummary summary = SampleSummary.of(values);
    return new CellSummary(
        levels,
        quantity,
        summary.count(),
        summary.missing(),
        summary.mean(),
        summary.standardDeviation(),
        summary.median(),
        summary.minimum(),
        summary.maximum());
  }
}
