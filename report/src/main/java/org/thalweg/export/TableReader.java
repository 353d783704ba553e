package org.thalweg.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Values;
import org.thalweg.store.ResultFiles;

/**
 * A slice or surface from a CSV table with one point per line, in any order. The axes are the
 * distinct coordinates in the order of their first appearance; a surface need not have a line for
 * every point.
 */
final class TableReader {
  private final String file;
  private final List<Map<String, String>> rows;

  private TableReader(String file, List<Map<String, String>> rows) {
    this.file = file;
    this.rows = rows;
  }

  static ImportedLoss read(ImportedFile file) {
    return new TableReader(file.name(), ResultFiles.readTable(file.text(), file.name())).loss();
  }

  private ImportedLoss loss() {
    if (rows.isEmpty()) {
      throw wrong("a line of column names and at least one point", "no points");
    }
    boolean plane = rows.get(0).containsKey("beta");
    double[] alpha = distinct("alpha");
    double[] beta = plane ? distinct("beta") : new double[] {0};
    int points = ImportedLoss.points(alpha.length, beta.length, file);
    Map<Double, Integer> alphaPlaces = places(alpha);
    Map<Double, Integer> betaPlaces = places(beta);
    boolean[] seen = new boolean[points];
    double[] loss = ImportedLoss.unknown(points);
    double[] standardError = ImportedLoss.unknown(points);
    double[] accuracy = ImportedLoss.unknown(points);
    for (int r = 0; r < rows.size(); r++) {
      int i = place(alphaPlaces, number(r, "alpha"));
      int j = plane ? place(betaPlaces, number(r, "beta")) : 0;
      int point = i * beta.length + j;
      if (seen[point]) {
        throw wrong("every point once", "a point twice, again on line " + line(r));
      }
      seen[point] = true;
      loss[point] = number(r, "loss");
      standardError[point] = optional(r, "lossStandardError");
      accuracy[point] = optional(r, "accuracy");
    }
    Values losses = Values.of(loss);
    return new ImportedLoss(
        Values.of(alpha),
        plane ? Optional.of(Values.of(beta)) : Optional.empty(),
        losses,
        Values.of(standardError),
        Values.of(accuracy),
        ImportedLoss.missingWhereNaN(losses),
        Map.of());
  }

  private double[] distinct(String column) {
    List<Double> values = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      double value = number(r, column);
      if (!Double.isFinite(value)) {
        throw wrong("finite coordinates", column + " = " + value + " on line " + line(r));
      }
      // 0.0 and −0.0 are one place.
      values.add(value + 0.0);
    }
    return values.stream().distinct().mapToDouble(Double::doubleValue).toArray();
  }

  private static Map<Double, Integer> places(double[] values) {
    Map<Double, Integer> places = new HashMap<>();
    Arrays.stream(values).forEach(value -> places.put(value, places.size()));
    return places;
  }

  private static int place(Map<Double, Integer> places, double value) {
    return places.getOrDefault(value + 0.0, -1);
  }

  private double optional(int row, String column) {
    return rows.get(row).containsKey(column) ? number(row, column) : Double.NaN;
  }

  private double number(int row, String column) {
    @Nullable String cell = rows.get(row).get(column);
    try {
      return Double.parseDouble(cell == null ? "" : cell.strip());
    } catch (NumberFormatException e) {
      throw wrong(
          "a number under '" + column + "' on line " + line(row),
          cell == null ? "no such cell" : "'" + cell + "'");
    }
  }

  /** Counting from 1, after the column names. */
  private static int line(int row) {
    return row + 2;
  }

  private ThalwegException wrong(String expected, String found) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(expected + " in " + file)
        .found(found)
        .next("give the columns alpha, loss, and beta for a surface, one point per line");
  }
}
