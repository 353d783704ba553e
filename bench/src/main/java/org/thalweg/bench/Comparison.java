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
 *
 * <p>Between two sides there is a pause: threads of OpenBLAS and OpenMP go on waiting actively for
 * up to a tenth of a second after they were last needed, and would take a core from whoever comes
 * next.
 */
final class Comparison {
  private static final int MOST_ROUNDS = 100;
  private static final int LEAST_ROUNDS = 3;
  private static final long PAUSE_MILLISECONDS = 200;

  private final Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
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

  /**
   * Rounds until the time is up, after each side has run by itself for a quarter of it, and once at
   * least, so that the Java virtual machine has compiled what it will.
   */
  Comparison run(double budgetSeconds) {
    sides.values().forEach(side -> warmUp(side, budgetSeconds / 4));
    List<String> order = new ArrayList<>(sides.keySet());
    long start = System.nanoTime();
    int rounds = 0;
    while (rounds < LEAST_ROUNDS
        || (rounds < MOST_ROUNDS && (System.nanoTime() - start) / 1e9 < budgetSeconds)) {
      for (String name : order) {
        DoubleSupplier side = sides.get(name);
        List<Double> times = seconds.get(name);
        if (side != null && times != null) {
          pause();
          times.add(side.getAsDouble());
        }
      }
      Collections.reverse(order);
      rounds++;
    }
    return this;
  }

  private static void warmUp(DoubleSupplier side, double seconds) {
    long start = System.nanoTime();
    double sum = 0;
    do {
      sum += side.getAsDouble();
    } while ((System.nanoTime() - start) / 1e9 < seconds);
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("a side measured NaN");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
