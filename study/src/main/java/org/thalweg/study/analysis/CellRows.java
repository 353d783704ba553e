package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.study.observation.Observation;

/**
 * Several quantities of the same trials, as columns, and the cell that each row belongs to. Only
 * trials that have all of them.
 *
 * @param rows trials, each with a value for every quantity
 * @param cells a cell for every row, numbered from 0 in the order of the design
 * @param seeds of the rows
 * @param missing trials left out
 */
public record CellRows(
    List<List<Double>> rows, List<Integer> cells, List<Long> seeds, int missing) {
  public CellRows {
    rows = rows.stream().map(List::copyOf).toList();
    cells = List.copyOf(cells);
    seeds = List.copyOf(seeds);
  }

  /** The rows of these observations. */
  public static CellRows of(List<Observation> observations, List<String> quantities) {
    Map<Map<String, String>, Integer> numbers = new LinkedHashMap<>();
    List<List<Double>> rows = new ArrayList<>();
    List<Integer> cells = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    for (Observation observation : observations) {
      List<Double> row = quantities.stream().map(observation::value).toList();
      if (row.stream().allMatch(Double::isFinite)) {
        rows.add(row);
        cells.add(numbers.computeIfAbsent(observation.levels(), levels -> numbers.size()));
        seeds.add(observation.seed());
      }
    }
    return new CellRows(rows, cells, seeds, observations.size() - rows.size());
  }

  public int count() {
    return rows.size();
  }

  /** How many cells there are. */
  public int cellCount() {
    return (int) cells.stream().distinct().count();
  }

  /** How many seeds there are. */
  public int seedCount() {
    return (int) seeds.stream().distinct().count();
  }

  /** A quantity over trials. */
  public double[] column(int j) {
    return rows.stream().mapToDouble(row -> row.get(j)).toArray();
  }

  /** The mean in each cell of something that every row has. */
  public double[] means(double[] values) {
    return meanByCell(values).values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What is left of it when the mean of its cell is taken off every row. */
  public double[] deviations(double[] values) {
    Map<Integer, Double> means = meanByCell(values);
    double[] deviations = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      deviations[i] = values[i] - means.getOrDefault(cells.get(i), Double.NaN);
    }
    return deviations;
  }

  /** Some of the rows. */
  CellRows only(List<Integer> kept) {
    return new CellRows(
        kept.stream().map(rows::get).toList(),
        kept.stream().map(cells::get).toList(),
        kept.stream().map(seeds::get).toList(),
        missing);
  }

  private Map<Integer, Double> meanByCell(double[] values) {
    Map<Integer, List<Double>> groups = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      groups.computeIfAbsent(cells.get(i), cell -> new ArrayList<>()).add(values[i]);
    }
    Map<Integer, Double> means = new LinkedHashMap<>();
    groups.forEach(
        (cell, own) ->
            means.put(
                cell, own.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN)));
    return means;
  }
}
