package org.thalweg.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.thalweg.random.RandomStream;

/**
 * Rows divided at random into one half to fit on and one to test on.
 *
 * @param fit numbers of the rows to fit on, ascending
 * @param test numbers of the others, ascending
 * @param seed of the division
 */
public record Halves(List<Integer> fit, List<Integer> test, long seed) {
  /** Keeps copies. */
  public Halves {
    fit = List.copyOf(fit);
    test = List.copyOf(test);
  }

  /** n rows without groups. */
  public static Halves independent(int n, long seed) {
    return stratified(IntStream.range(0, n).mapToObj(i -> "").toList(), seed);
  }

  /**
   * Half of each group of rows with equal labels goes each way. The odd ones of groups of odd size
   * go alternately to fit and test. Take it if the score is to hold for new seeds of the same
   * configurations.
   */
  public static Halves stratified(List<?> labels, long seed) {
    RandomStream random = RandomStream.of(seed, "halves");
    List<Integer> fit = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    boolean toFit = true;
    for (List<Integer> group : groups(labels)) {
      for (int i : random.permutation(group.size())) {
        (toFit ? fit : test).add(group.get(i));
        toFit = !toFit;
      }
    }
    return new Halves(fit.stream().sorted().toList(), test.stream().sorted().toList(), seed);
  }

  /**
   * Whole groups of rows with equal labels go one way. Take it if the score is to hold for
   * configurations that were not fitted.
   */
  public static Halves clustered(List<?> labels, long seed) {
    List<List<Integer>> groups = groups(labels);
    Halves halves = independent(groups.size(), seed);
    return new Halves(rows(groups, halves.fit()), rows(groups, halves.test()), seed);
  }

  private static List<Integer> rows(List<List<Integer>> groups, List<Integer> chosen) {
    return chosen.stream().flatMap(group -> groups.get(group).stream()).sorted().toList();
  }

  private static List<List<Integer>> groups(List<?> labels) {
    Map<Object, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      groups.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(i);
    }
    return List.copyOf(groups.values());
  }
}
