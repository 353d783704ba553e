package org.thalweg.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Sides that do the same work, timed in turn: each round runs every side once, forwards and
 * backwards alternately, so that a machine that slows down does so for all of them, and a ratio is
 * taken within a round.
 *
 * <p>JMH runs one side to its end before it begins the other; the ratio then contains whatever the
 * machine did in between, which was more than the differences that matter here.
 */
final class Comparison {
  private static final int MOST_ROUNDS = 200;
  private static final int LEAST_ROUNDS = 3;

  private final Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
  private final Map<String, Double> warmUp = new LinkedHashMap<>();
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  /** A side that measures itself: seconds for one operation. */
  Comparison timed(String name, DoubleSupplier side) {
    sides.put(name, side);
    seconds.put(name, new ArrayList<>());
    return this;
  }

  /** A side of which one run is so many operations. */
  Comparison side(String name, double operations, Runnable work) {
    return timed(
        name,
        () -> {
          long start = System.nanoTime();
          work.run();
          return (System.nanoTime() - start) / 1e9 / operations;
        });
  }

  /** Rounds until the time is up, after one round that does not count. */
  Comparison run(double budgetSeconds) {
    sides.forEach((name, side) -> warmUp.put(name, side.getAsDouble()));
    List<String> order = new ArrayList<>(sides.keySet());
    long start = System.nanoTime();
    int rounds = 0;
    while (rounds < LEAST_ROUNDS
        || (rounds < MOST_ROUNDS && (System.nanoTime() - start) / 1e9 < budgetSeconds)) {
      for (String name : order) {
        DoubleSupplier side = sides.get(name);
        List<Double> times = seconds.get(name);
        if (side != null && times != null) {
          times.add(side.getAsDouble());
        }
      }
      Collections.reverse(order);
      rounds++;
    }
    return this;
  }

  double median(String name) {
    return quantile(times(name), 0.5);
  }

  double least(String name) {
    return quantile(times(name), 0);
  }

  /** Of two sides, the one with the smaller median. */
  String faster(String one, String other) {
    return median(one) <= median(other) ? one : other;
  }

  /** How many times as long the first side takes: quartiles over rounds, the median between. */
  double[] ratio(String slow, String fast) {
    double[] above = times(slow);
    double[] below = times(fast);
    double[] ratios = new double[above.length];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = above[round] / below[round];
    }
    return new double[] {quantile(ratios, 0.25), quantile(ratios, 0.5), quantile(ratios, 0.75)};
  }

  List<String> names() {
    return List.copyOf(sides.keySet());
  }

  int rounds() {
    return seconds.values().iterator().next().size();
  }

  private double[] times(String name) {
    List<Double> times = seconds.get(name);
    if (times == null) {
      throw new IllegalArgumentException("no side " + name);
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
