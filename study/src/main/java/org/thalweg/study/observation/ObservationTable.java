package org.thalweg.study.observation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thalweg.study.design.Factor;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.Study;

/**
 * Observations as comma-separated values, a row each: {@code trial} or {@code pair}, a column for
 * each factor, {@code seed}, {@code state}, a column for each quantity, {@code note}. Numbers are
 * written so that reading gives the same double; missing is {@code NaN}.
 *
 * <p>Errors: {@code RUN_FOLDER_INVALID} for a table that is damaged or of another study.
 */
public final class ObservationTable {
  private final List<String> factors;
  private final List<String> quantities;
  private final String id;

  private ObservationTable(Study study, boolean ofPairs) {
    this.id = ofPairs ? "pair" : "trial";
    this.factors = study.factors().stream().map(Factor::name).toList();
    this.quantities =
        study.quantities().stream()
            .filter(quantity -> quantity.ofPairs() == ofPairs)
            .map(Quantity::name)
            .toList();
  }

  /** The table of a study's trials. */
  public static ObservationTable ofTrials(Study study) {
    return new ObservationTable(study, false);
  }

  /** The table of a study's pairs of trials. */
  public static ObservationTable ofPairs(Study study) {
    return new ObservationTable(study, true);
  }

  public String write(List<Observation> observations) {
    List<String> columns = new ArrayList<>(List.of(id));
    columns.addAll(factors);
    columns.add("seed");
    columns.add("state");
    columns.addAll(quantities);
    columns.add("note");
    return CsvText.print(columns, observations.stream().map(this::row).toList());
  }

  private List<String> row(Observation observation) {
    List<String> row = new ArrayList<>(List.of(observation.id()));
    factors.forEach(factor -> row.add(observation.levels().getOrDefault(factor, "")));
    row.add(Long.toString(observation.seed()));
    row.add(observation.state().name().toLowerCase(Locale.ROOT));
    quantities.forEach(quantity -> row.add(Double.toString(observation.value(quantity))));
    row.add(observation.note());
    return row;
  }

  /**
   * What {@link #write} wrote.
   *
   * @param where names the table in errors
   */
  public List<Observation> read(String text, String where) {
    return CsvText.parse(text, where).stream().map(row -> observation(row, where)).toList();
  }

  private Observation observation(Map<String, String> row, String where) {
    Map<String, String> levels = new LinkedHashMap<>();
    factors.forEach(factor -> levels.put(factor, cell(row, factor, where)));
    Map<String, Double> values = new LinkedHashMap<>();
    for (String quantity : quantities) {
      String cell = cell(row, quantity, where);
      try {
        values.put(quantity, Double.parseDouble(cell));
      } catch (NumberFormatException e) {
        throw CsvText.invalid(where, "numbers in column '" + quantity + "'", cell);
      }
    }
    return new Observation(
        cell(row, id, where),
        levels,
        seed(cell(row, "seed", where), where),
        state(cell(row, "state", where), where),
        values,
        cell(row, "note", where));
  }

  private static String cell(Map<String, String> row, String column, String where) {
    if (!row.containsKey(column)) {
      throw CsvText.invalid(where, "a column '" + column + "'", String.join(",", row.keySet()));
    }
    return row.get(column);
  }

  private static long seed(String cell, String where) {
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw CsvText.invalid(where, "whole numbers in column 'seed'", cell);
    }
  }

  private static Observation.State state(String cell, String where) {
    for (Observation.State state : Observation.State.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(cell)) {
        return state;
      }
    }
    throw CsvText.invalid(where, "complete, failed or pending in column 'state'", cell);
  }
}
