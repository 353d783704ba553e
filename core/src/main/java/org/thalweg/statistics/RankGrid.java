package org.thalweg.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Trainings by cell, and cells by groups in which a single hyper-parameter varies. */
final class RankGrid {
  /** A hyper-parameter with its groups of cells, each of two cells or more. */
  record AxisGroups(String name, List<int[]> groups) {}

  private final List<RankAgreement.Row> rows;
  private final List<Integer> cellOfRow;
  private final List<AxisGroups> axes;
  private final int cells;
  private final int missing;

  private RankGrid(
      List<RankAgreement.Row> rows,
      List<Integer> cellOfRow,
      List<AxisGroups> axes,
      int cells,
      int missing) {
    this.rows = rows;
    this.cellOfRow = cellOfRow;
    this.axes = axes;
    this.cells = cells;
    this.missing = missing;
  }

  static RankGrid of(List<RankAgreement.Row> all) {
    List<RankAgreement.Row> rows =
        all.stream()
            .filter(row -> !Double.isNaN(row.predictor()) && !Double.isNaN(row.outcome()))
            .toList();
    Map<Map<String, String>, Integer> numbers = new LinkedHashMap<>();
    rows.forEach(row -> numbers.putIfAbsent(row.settings(), numbers.size()));
    List<Integer> cellOfRow =
        rows.stream().map(row -> numbers.getOrDefault(row.settings(), -1)).toList();
    List<Map<String, String>> cells = List.copyOf(numbers.keySet());
    TreeSet<String> names = new TreeSet<>();
    cells.forEach(settings -> names.addAll(settings.keySet()));
    List<AxisGroups> axes = names.stream().map(name -> groups(name, cells)).toList();
    return new RankGrid(rows, cellOfRow, axes, cells.size(), all.size() - rows.size());
  }

  private static AxisGroups groups(String name, List<Map<String, String>> cells) {
    Map<Map<String, String>, List<Integer>> byRest = new LinkedHashMap<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      Map<String, String> rest = new HashMap<>(cells.get(cell));
      rest.remove(name);
      byRest.computeIfAbsent(rest, others -> new ArrayList<>()).add(cell);
    }
    return new AxisGroups(
        name,
        byRest.values().stream()
            .filter(group -> group.size() > 1)
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toList());
  }

  /** Whether every cell has two trainings or more. */
  boolean replicated() {
    int[] sizes = new int[cells];
    cellOfRow.forEach(cell -> sizes[cell]++);
    return cells > 0 && Arrays.stream(sizes).allMatch(size -> size > 1);
  }

  CellMeans means() {
    return means(IntStream.range(0, rows.size()).toArray());
  }

  /** Of the rows with these numbers, which may repeat. */
  CellMeans means(int[] drawn) {
    double[] predictor = new double[cells];
    double[] outcome = new double[cells];
    int[] sizes = new int[cells];
    for (int row : drawn) {
      int cell = cellOfRow.get(row);
      predictor[cell] += rows.get(row).predictor();
      outcome[cell] += rows.get(row).outcome();
      sizes[cell]++;
    }
    for (int cell = 0; cell < cells; cell++) {
      predictor[cell] /= sizes[cell];
      outcome[cell] /= sizes[cell];
    }
    return new CellMeans(predictor, outcome);
  }

  List<Integer> cellOfRow() {
    return cellOfRow;
  }

  List<AxisGroups> axes() {
    return axes;
  }

  int cells() {
    return cells;
  }

  int count() {
    return rows.size();
  }

  int missing() {
    return missing;
  }
}
