package org.thalweg.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Many cells of a study compared in pairs, with p-values corrected for there being many. A cell is
 * a name with a value for each seed.
 *
 * <p>The intervals are those of single comparisons, not widened for there being many.
 *
 * @param comparisons in the order of the cells
 * @param plan how they were made
 */
public record Comparisons(List<PairedComparison> comparisons, Plan plan) {
  /**
   * How comparisons are made.
   *
   * @param test which gives the p-values
   * @param alternative of first − second
   * @param multiplicity the correction over all comparisons of one call
   * @param level of the intervals
   */
  public record Plan(
      PairedTest test, Alternative alternative, Multiplicity multiplicity, double level) {
    /** Student's t, two-sided, Holm, 95 %. */
    public static final Plan DEFAULT =
        new Plan(PairedTest.STUDENT, Alternative.TWO_SIDED, Multiplicity.HOLM, Interval.LEVEL);
  }

  /** Keeps a copy. */
  public Comparisons {
    comparisons = List.copyOf(comparisons);
  }

  /** Every cell with every later one, Student's t, Holm. */
  public static Comparisons allPairs(Map<String, Map<Long, Double>> cells) {
    return allPairs(cells, Plan.DEFAULT);
  }

  /** Every cell with every later one, in the order of the map. */
  public static Comparisons allPairs(Map<String, Map<Long, Double>> cells, Plan plan) {
    List<String> names = List.copyOf(cells.keySet());
    List<PairedComparison> made = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        made.add(compare(names.get(i), names.get(j), cells, plan));
      }
    }
    return adjusted(made, plan);
  }

  /**
   * Every other cell minus the reference.
   *
   * @throws ThalwegException UNKNOWN_NAME if the reference is no cell
   */
  public static Comparisons against(
      String reference, Map<String, Map<Long, Double>> cells, Plan plan) {
    if (!cells.containsKey(reference)) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NAME)
          .expected("a cell of " + String.join(", ", cells.keySet()))
          .found("'" + reference + "'")
          .next("compare with one of these cells");
    }
    List<PairedComparison> made =
        cells.keySet().stream()
            .filter(name -> !name.equals(reference))
            .map(name -> compare(name, reference, cells, plan))
            .toList();
    return adjusted(made, plan);
  }

  private static PairedComparison compare(
      String first, String second, Map<String, Map<Long, Double>> cells, Plan plan) {
    return PairedComparison.of(
        first,
        cells.getOrDefault(first, Map.of()),
        second,
        cells.getOrDefault(second, Map.of()),
        plan.test(),
        plan.alternative(),
        plan.level());
  }

  private static Comparisons adjusted(List<PairedComparison> made, Plan plan) {
    double[] adjusted =
        plan.multiplicity().adjust(made.stream().mapToDouble(PairedComparison::pValue).toArray());
    return new Comparisons(
        IntStream.range(0, made.size()).mapToObj(i -> made.get(i).adjusted(adjusted[i])).toList(),
        plan);
  }
}
