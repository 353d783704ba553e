package org.thalweg.study.observation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.result.Values;

/** Series as comma-separated values, a row for each point: trial, series, epoch, value. */
public final class SeriesTable {
  private static final List<String> COLUMNS = List.of("trial", "series", "epoch", "value");

  private SeriesTable() {}

  public static String write(List<Series> all) {
    List<List<String>> rows = new ArrayList<>();
    for (Series series : all) {
      for (int i = 0; i < series.epoch().size(); i++) {
        rows.add(
            List.of(
                series.trial(),
                series.name(),
                Double.toString(series.epoch().get(i)),
                Double.toString(series.value().get(i))));
      }
    }
    return CsvText.print(COLUMNS, rows);
  }

  /**
   * What {@link #write} wrote; series without points are not in the table.
   *
   * @param where names the table in errors
   */
  public static List<Series> read(String text, String where) {
    Map<List<String>, List<double[]>> points = new LinkedHashMap<>();
    for (Map<String, String> row : CsvText.parse(text, where)) {
      points
          .computeIfAbsent(
              List.of(row.getOrDefault("trial", ""), row.getOrDefault("series", "")),
              key -> new ArrayList<>())
          .add(new double[] {number(row, "epoch", where), number(row, "value", where)});
    }
    List<Series> all = new ArrayList<>();
    points.forEach(
        (key, pairs) ->
            all.add(
                new Series(
                    key.get(0),
                    key.get(1),
                    Values.of(pairs.stream().mapToDouble(pair -> pair[0]).toArray()),
                    Values.of(pairs.stream().mapToDouble(pair -> pair[1]).toArray()))));
    return all;
  }

  private static double number(Map<String, String> row, String column, String where) {
    String cell = row.getOrDefault(column, "");
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw CsvText.invalid(where, "numbers in column '" + column + "'", cell);
    }
  }
}
