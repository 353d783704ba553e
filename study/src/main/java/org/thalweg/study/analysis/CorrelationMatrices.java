package org.thalweg.study.analysis;

import java.util.List;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/** Spearman's coefficient between all quantities of trials. */
final class CorrelationMatrices {
  private static final int FEWEST = 3;

  private CorrelationMatrices() {}

  static CorrelationMatrix of(StudyObservations observations) {
    List<String> names =
        observations.study().quantities().stream()
            .filter(quantity -> !quantity.ofPairs())
            .map(Quantity::name)
            .toList();
    List<List<Entry>> entries =
        names.stream()
            .map(
                row ->
                    names.stream()
                        .map(column -> entry(observations.trials(), row, column))
                        .toList())
            .toList();
    return new CorrelationMatrix(
        names,
        entries.stream().map(row -> row.stream().map(Entry::coefficient).toList()).toList(),
        entries.stream().map(row -> row.stream().map(Entry::count).toList()).toList());
  }

  private static Entry entry(List<Observation> trials, String row, String column) {
    CellRows both = CellRows.of(trials, List.of(row, column));
    double coefficient =
        both.count() < FEWEST
            ? Double.NaN
            : new SpearmansCorrelation().correlation(both.column(0), both.column(1));
    return new Entry(coefficient, both.count());
  }

  private record Entry(double coefficient, int count) {}
}
