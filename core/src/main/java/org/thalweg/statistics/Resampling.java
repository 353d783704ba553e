package org.thalweg.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/**
 * What is drawn with replacement: rows, rows within strata, or whole clusters of rows.
 *
 * <p>Rows are independent if each comes from a training of its own. Rows that share something
 * random (a seed, an initialisation, a data split) belong to one cluster: drawing them one by one
 * would make intervals too narrow. Strata are groups whose sizes were fixed by the design
 * (architectures, two samples to be compared): each is drawn from separately.
 */
public final class Resampling {
  /** Units by stratum; a unit is the rows that are drawn together. */
  private final List<List<int[]>> strata;

  private Resampling(List<List<int[]>> strata) {
    this.strata = strata;
  }

  /** Each of n rows by itself. */
  public static Resampling independent(int n) {
    return new Resampling(List.of(singles(IntStream.range(0, n).boxed().toList())));
  }

  /** Rows within groups of equal labels; one label for each row. */
  public static Resampling stratified(List<?> labels) {
    return new Resampling(grouped(labels).values().stream().map(Resampling::singles).toList());
  }

  /** Whole groups of rows with equal labels; one label for each row. */
  public static Resampling clustered(List<?> labels) {
    return new Resampling(
        List.of(grouped(labels).values().stream().map(Resampling::rows).toList()));
  }

  /** Only the given rows, which are numbered anew from 0. */
  Resampling only(int[] rows) {
    if (rows.length > 0 && rows[rows.length - 1] >= size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a label for each row")
          .found(size() + " labels and at least " + (rows[rows.length - 1] + 1) + " rows")
          .next("give the resampling of all rows");
    }
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < rows.length; i++) {
      numbers.put(rows[i], i);
    }
    List<List<int[]>> kept = new ArrayList<>();
    for (List<int[]> units : strata) {
      List<int[]> complete =
          units.stream()
              .map(unit -> IntStream.of(unit).filter(numbers::containsKey).map(numbers::get))
              .map(IntStream::toArray)
              .filter(unit -> unit.length > 0)
              .toList();
      if (!complete.isEmpty()) {
        kept.add(complete);
      }
    }
    return new Resampling(kept);
  }

  /** How many rows there are. */
  int size() {
    return strata.stream().flatMap(List::stream).mapToInt(unit -> unit.length).sum();
  }

  /** Whether some stratum has more than one unit. */
  boolean varies() {
    return strata.stream().anyMatch(units -> units.size() > 1);
  }

  /** All rows, each once. */
  int[] all() {
    return strata.stream().flatMap(List::stream).flatMapToInt(IntStream::of).toArray();
  }

  /** As many units as there are, with replacement, in each stratum. */
  int[] draw(RandomStream random) {
    return strata.stream()
        .flatMap(units -> units.stream().map(unit -> units.get(random.below(units.size()))))
        .flatMapToInt(IntStream::of)
        .toArray();
  }

  /** For each stratum, the rows that remain without each of its units. */
  List<List<int[]>> withoutOne() {
    return strata.stream()
        .map(units -> units.stream().map(left -> without(left)).toList())
        .toList();
  }

  private int[] without(int[] left) {
    return strata.stream()
        .flatMap(List::stream)
        .filter(unit -> unit != left)
        .flatMapToInt(IntStream::of)
        .toArray();
  }

  private static Map<Object, List<Integer>> grouped(List<?> labels) {
    Map<Object, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      groups.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(i);
    }
    return groups;
  }

  private static List<int[]> singles(List<Integer> rows) {
    return rows.stream().map(row -> new int[] {row}).toList();
  }

  private static int[] rows(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
