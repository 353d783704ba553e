package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.thalweg.study.observation.Observation;

/**
 * One number for each seed: a weighted sum over the levels of a factor, averaged over the
 * combinations of all other factors.
 *
 * <pre>
 * v(seed) = mean over combinations of Σ over levels of weight(level)·value(level, combination, seed)
 * </pre>
 *
 * <p>With weights 1 and −1 it is the difference of two levels, with the weights of a slope it is a
 * trend, with no factor at all it is a mean over cells. Seeds are independent of each other, trials
 * of one seed are not (they share the order of samples): so these numbers are what tests and
 * intervals are over.
 *
 * <p>A combination that no seed has complete is left out for all; a seed that lacks one of the
 * others is left out and counted in {@code missing}.
 *
 * @param seeds that entered, ascending
 * @param values by seed
 * @param missing seeds left out
 * @param observations trials or pairs that entered
 * @param observationsMissing trials or pairs that were looked for and have no finite value
 * @param combinations of the other factors that entered
 * @param combinationsMissing those that no seed has
 */
public record SeedContrasts(
    List<Long> seeds,
    List<Double> values,
    int missing,
    int observations,
    int observationsMissing,
    int combinations,
    int combinationsMissing) {
  public SeedContrasts {
    seeds = List.copyOf(seeds);
    values = List.copyOf(values);
  }

  /** One minus another level of a factor. */
  public static SeedContrasts difference(
      List<Observation> observations,
      ToDoubleFunction<Observation> value,
      String factor,
      String first,
      String second) {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put(first, 1.0);
    weights.put(second, -1.0);
    return of(observations, value, factor, weights);
  }

  /** The mean over all cells. */
  public static SeedContrasts mean(
      List<Observation> observations, ToDoubleFunction<Observation> value) {
    return of(observations, value, "", Map.of("", 1.0));
  }

  /**
   * A weighted sum over levels.
   *
   * @param observations of the cells that are looked at
   * @param value of a trial or pair; not finite where it is missing
   * @param factor whose levels are weighted
   * @param weights by level; other levels do not enter
   */
  public static SeedContrasts of(
      List<Observation> observations,
      ToDoubleFunction<Observation> value,
      String factor,
      Map<String, Double> weights) {
    Map<Long, Map<Map<String, String>, Sum>> table = new TreeMap<>();
    Set<Map<String, String>> combinations = new LinkedHashSet<>();
    int missing = 0;
    for (Observation observation : observations) {
      Double weight = weights.get(observation.levels().getOrDefault(factor, ""));
      if (weight == null) {
        continue;
      }
      Map<String, String> others = new LinkedHashMap<>(observation.levels());
      others.remove(factor);
      combinations.add(others);
      double x = value.applyAsDouble(observation);
      missing += Double.isFinite(x) ? 0 : 1;
      table
          .computeIfAbsent(observation.seed(), seed -> new LinkedHashMap<>())
          .merge(others, Sum.NONE.plus(weight * x), (sum, term) -> sum.plus(term.total()));
    }
    return from(table, combinations, weights.size(), missing);
  }

  private static SeedContrasts from(
      Map<Long, Map<Map<String, String>, Sum>> table,
      Set<Map<String, String>> combinations,
      int levels,
      int observationsMissing) {
    List<Map<String, String>> used =
        combinations.stream()
            .filter(
                combination ->
                    table.values().stream()
                        .anyMatch(row -> row.getOrDefault(combination, Sum.NONE).complete(levels)))
            .toList();
    List<Long> seeds = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    table.forEach(
        (seed, row) -> {
          List<Sum> sums = used.stream().map(key -> row.getOrDefault(key, Sum.NONE)).toList();
          if (!sums.isEmpty() && sums.stream().allMatch(sum -> sum.complete(levels))) {
            seeds.add(seed);
            values.add(sums.stream().mapToDouble(Sum::total).sum() / sums.size());
          }
        });
    return new SeedContrasts(
        seeds,
        values,
        table.size() - seeds.size(),
        seeds.size() * used.size() * levels,
        observationsMissing,
        used.size(),
        combinations.size() - used.size());
  }

  /** The values as statistics wants them. */
  public double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The weighted sum of one combination at one seed, and how many levels it has. */
  private record Sum(double total, int terms) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(double term) {
      return new Sum(total + term, terms + 1);
    }

    boolean complete(int levels) {
      return terms == levels && Double.isFinite(total);
    }
  }
}
