package org.thalweg.study.observation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.result.Values;
import org.thalweg.study.design.Factor;

/**
 * Series as comma-separated values, a row for each point: trial, a column for each factor, seed,
 * series, epoch, value.
 */
public final class SeriesTable {
  private SeriesTable() {}

  /** The table of a study. */
  public static String write(StudyObservations observations) {
    List<String> factors = observations.study().factors().stream().map(Factor::name).toList();
    Map<String, Observation> trials = new LinkedHashMap<>();
    observations.trials().forEach(trial -> trials.putIfAbsent(trial.id(), trial));
    List<String> columns = new ArrayList<>(List.of("trial"));
    columns.addAll(factors);
    columns.addAll(List.of("seed", "series", "epoch", "value"));
    List<List<String>> rows = new ArrayList<>();
    for (Series series : observations.series()) {
      Observation trial = trials.get(series.trial());
      List<String> start = new ArrayList<>(List.of(series.trial()));
      factors.forEach(
          factor -> start.add(trial == null ? "" : trial.levels().getOrDefault(factor, "")));
      start.add(trial == null ? "" : Long.toString(trial.seed()));
      start.add(series.name());
      for (int i = 0; i < series.epoch().size(); i++) {
        List<String> row = new ArrayList<>(start);
        row.add(Double.toString(series.epoch().get(i)));
        row.add(Double.toString(series.value().get(i)));
        rows.add(row);
      }
    }
    return CsvText.print(columns, rows);
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
