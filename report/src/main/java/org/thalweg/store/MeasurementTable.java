package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Measurement;

/** The numbers of all results of a run, one row each, with uncertainty and outcome. */
final class MeasurementTable {
  private static final List<String> COLUMNS =
      List.of("result", "name", "value", "uncertainty", "uncertaintyKind", "outcome");

  private MeasurementTable() {}

  static Table of(List<StoredResult> results) {
    List<List<String>> rows = new ArrayList<>();
    for (StoredResult stored : results) {
      for (Measurement measurement : stored.result().measurements()) {
        rows.add(
            List.of(
                stored.id(),
                measurement.name(),
                Table.cell(measurement.value()),
                Table.cell(measurement.uncertainty()),
                measurement.uncertaintyKind(),
                measurement.outcome().text()));
      }
    }
    return new Table(COLUMNS, rows);
  }
}
