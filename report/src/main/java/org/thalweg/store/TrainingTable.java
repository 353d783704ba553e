package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.TrainingRecord;

/** The history of a training as a table, one row per record. */
final class TrainingTable {
  static final List<String> COLUMNS =
      List.of(
          "step",
          "epoch",
          "trainLoss",
          "trainAccuracy",
          "testLoss",
          "testAccuracy",
          "gradientNorm",
          "learningRate",
          "seconds");

  private TrainingTable() {}

  static Table of(List<TrainingRecord> records) {
    return new Table(COLUMNS, records.stream().map(TrainingTable::row).toList());
  }

  static List<String> row(TrainingRecord record) {
    return List.of(
        Table.cell(record.step()),
        Table.cell(record.epoch()),
        Table.cell(record.trainLoss()),
        Table.cell(record.trainAccuracy()),
        Table.cell(record.testLoss()),
        Table.cell(record.testAccuracy()),
        Table.cell(record.gradientNorm()),
        Table.cell(record.learningRate()),
        Table.cell(record.seconds()));
  }

  /**
   * Reads the table of a training that may still be running or was killed: a last line without its
   * line feed is not read.
   */
  static List<TrainingRecord> read(String text, String where) {
    String complete = text.substring(0, text.lastIndexOf('\n') + 1);
    List<TrainingRecord> records = new ArrayList<>();
    for (Map<String, String> row : CsvTable.parse(complete, where)) {
      records.add(
          new TrainingRecord(
              step(row, where),
              number(row, "epoch", where),
              number(row, "trainLoss", where),
              number(row, "trainAccuracy", where),
              number(row, "testLoss", where),
              number(row, "testAccuracy", where),
              number(row, "gradientNorm", where),
              number(row, "learningRate", where),
              number(row, "seconds", where)));
    }
    return records;
  }

  private static long step(Map<String, String> row, String where) {
    @Nullable String cell = row.get("step");
    try {
      return Long.parseLong(cell == null ? "" : cell);
    } catch (NumberFormatException e) {
      throw invalid("step", cell, where);
    }
  }

  private static double number(Map<String, String> row, String column, String where) {
    @Nullable String cell = row.get(column);
    try {
      return Double.parseDouble(cell == null ? "" : cell);
    } catch (NumberFormatException e) {
      throw invalid(column, cell, where);
    }
  }

  private static ThalwegException invalid(String column, @Nullable String cell, String where) {
    return ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
        .expected("numbers in column '" + column + "' of " + where)
        .found(cell == null ? "no such column" : "'" + cell + "'")
        .next("restore the file from a copy, or resume the training from its checkpoint");
  }
}
