package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.thalweg.store.CsvTable;
import org.thalweg.store.Table;
import org.thalweg.study.design.Factor;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Series;

/**
 * Everything that a study measured and found, as CSV with every digit: the downloads of the page.
 * Tables without rows are left out.
 */
public final class StudyTables {
  private StudyTables() {}

  /** Text by file name, e.g. {@code "trials.csv"}. */
  public static Map<String, String> of(StudyContents contents) {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("trials.csv", observations("trial", contents, false));
    tables.put("pairs.csv", observations("pair", contents, true));
    tables.put("series.csv", series(contents));
    AnalysisTables analysis = new AnalysisTables(contents);
    tables.put("cells.csv", analysis.cells());
    tables.put("comparisons.csv", analysis.comparisons());
    tables.put("associations.csv", analysis.associations());
    tables.put("correlations.csv", analysis.correlations());
    tables.put("agreements.csv", analysis.agreements());
    tables.put("scores.csv", analysis.scores());
    tables.put("rankings.csv", analysis.rankings());
    tables.put("claims.csv", analysis.claims());
    Map<String, String> texts = new LinkedHashMap<>();
    tables.forEach(
        (name, table) -> {
          if (!table.rows().isEmpty()) {
            texts.put(name, CsvTable.print(table));
          }
        });
    return texts;
  }

  private static Table observations(String id, StudyContents contents, boolean pairs) {
    List<String> factors = factors(contents);
    List<String> quantities =
        contents.study().quantities().stream()
            .filter(quantity -> quantity.ofPairs() == pairs)
            .map(Quantity::name)
            .toList();
    List<String> columns = new ArrayList<>(List.of(id));
    columns.addAll(factors);
    columns.addAll(List.of("seed", "state"));
    columns.addAll(quantities);
    columns.add("note");
    List<List<String>> rows = new ArrayList<>();
    for (Observation row :
        pairs ? contents.observations().pairs() : contents.observations().trials()) {
      List<String> cells = new ArrayList<>(List.of(row.id()));
      factors.forEach(factor -> cells.add(row.levels().getOrDefault(factor, "")));
      cells.add(Long.toString(row.seed()));
      cells.add(row.state().name().toLowerCase(java.util.Locale.ROOT));
      quantities.forEach(quantity -> cells.add(Table.cell(row.value(quantity))));
      cells.add(row.note());
      rows.add(cells);
    }
    return new Table(columns, rows);
  }

  private static Table series(StudyContents contents) {
    List<String> factors = factors(contents);
    Map<String, Observation> trials = new LinkedHashMap<>();
    contents.observations().trials().forEach(trial -> trials.put(trial.id(), trial));
    List<String> columns = new ArrayList<>(List.of("trial"));
    columns.addAll(factors);
    columns.addAll(List.of("seed", "series", "epoch", "value"));
    List<List<String>> rows = new ArrayList<>();
    for (Series series : contents.observations().series()) {
      Observation trial = trials.get(series.trial());
      for (int i = 0; i < series.epoch().size(); i++) {
        List<String> cells = new ArrayList<>(List.of(series.trial()));
        factors.forEach(
            factor -> cells.add(trial == null ? "" : trial.levels().getOrDefault(factor, "")));
        cells.add(trial == null ? "" : Long.toString(trial.seed()));
        cells.add(series.name());
        cells.add(Table.cell(series.epoch().get(i)));
        cells.add(Table.cell(series.value().get(i)));
        rows.add(cells);
      }
    }
    return new Table(columns, rows);
  }

  static List<String> factors(StudyContents contents) {
    return Stream.concat(
            contents.study().factors().stream().map(Factor::name),
            contents.study().cells().stream().flatMap(cell -> cell.levels().keySet().stream()))
        .distinct()
        .toList();
  }
}
