package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.study.analysis.CellSummary;
import org.thalweg.study.analysis.StudyAnalysis;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.Study;

/**
 * The means of a study's main quantities, cell by cell: first those that are compared, then the
 * others.
 *
 * @param quantities names, in the order in which a reader wants them
 * @param rows a row for each cell
 */
public record CellTable(List<String> quantities, List<Row> rows) {
  public CellTable {
    quantities = List.copyOf(quantities);
    rows = List.copyOf(rows);
  }

  /**
   * One cell.
   *
   * @param values in the order of the quantities
   */
  public record Row(String cell, List<Value> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * A mean over trials.
   *
   * @param mean NaN if no trial has the quantity
   * @param halfWidth of its 95 % interval; NaN for fewer than two trials
   */
  public record Value(double mean, double halfWidth) {}

  static CellTable of(Study study, StudyAnalysis analysis) {
    Set<String> names = new LinkedHashSet<>();
    study.analysis().comparisons().forEach(comparison -> names.add(comparison.quantity()));
    study.quantities().stream().map(Quantity::name).forEach(names::add);
    List<Row> rows = new ArrayList<>();
    for (Cell cell : study.cells()) {
      rows.add(
          new Row(
              cell.name(),
              names.stream().map(name -> value(analysis, cell.levels(), name)).toList()));
    }
    return new CellTable(List.copyOf(names), rows);
  }

  private static Value value(StudyAnalysis analysis, Map<String, String> levels, String name) {
    Optional<CellSummary> found =
        analysis.cells().stream()
            .filter(one -> one.quantity().equals(name) && one.levels().equals(levels))
            .findFirst();
    return found
        .map(one -> new Value(one.mean().estimate(), one.mean().width() / 2))
        .orElse(new Value(Double.NaN, Double.NaN));
  }
}
