package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.result.Measurement;
import org.thalweg.result.ProbeResult;

/** The numbers of all results of a run, one row each, with uncertainty and outcome. */
final class MeasurementTable {
  static final List<String> COLUMNS =
      List.of("result", "name", "value", "uncertainty", "uncertaintyKind", "outcome");

  private MeasurementTable() {}

  static List<List<String>> rows(String id, ProbeResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (Measurement measurement : result.measurements()) {
      rows.add(
          List.of(
              id,
              measurement.name(),
              Table.cell(measurement.value()),
              Table.cell(measurement.uncertainty()),
              measurement.uncertaintyKind(),
              measurement.outcome().text()));
    }
    return rows;
  }

  /** The rows of these results, taken from the table itself so that no result need be read. */
  static List<List<String>> rowsOf(List<String> ids, String table, String where) {
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, String> row : CsvTable.parse(table, where)) {
      if (ids.contains(row.getOrDefault("result", ""))) {
        rows.add(COLUMNS.stream().map(column -> row.getOrDefault(column, "")).toList());
      }
    }
    return rows;
  }
}
