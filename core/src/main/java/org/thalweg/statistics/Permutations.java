package org.thalweg.statistics;

import java.util.function.ToLongFunction;
import org.hipparchus.util.CombinatoricsUtils;

/** Every order of a few things. */
final class Permutations {
  private Permutations() {}

  /**
   * The tails of a whole-numbered statistic over all n! equally likely orders; the observed one is
   * 0 … n − 1. Costs n! evaluations.
   */
  static Tails tails(int n, ToLongFunction<int[]> statistic) {
    int[] order = identity(n);
    long observed = statistic.applyAsLong(order);
    long[] counts = new long[2];
    forEach(
        order,
        0,
        permutation -> {
          long value = statistic.applyAsLong(permutation);
          counts[0] += value <= observed ? 1 : 0;
          counts[1] += value >= observed ? 1 : 0;
        });
    double all = CombinatoricsUtils.factorialDouble(n);
    return new Tails(counts[0] / all, counts[1] / all);
  }

  static int[] identity(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  /** Shows every order to the visitor, in one array that changes. */
  static void forEach(int n, Visitor visitor) {
    forEach(identity(n), 0, visitor);
  }

  private static void forEach(int[] order, int fixed, Visitor visitor) {
    if (fixed >= order.length - 1) {
      visitor.visit(order);
      return;
    }
    for (int i = fixed; i < order.length; i++) {
      swap(order, fixed, i);
      forEach(order, fixed + 1, visitor);
      swap(order, fixed, i);
    }
  }

  private static void swap(int[] order, int i, int j) {
    int kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }

  /** Sees one order after the other. */
  @FunctionalInterface
  interface Visitor {
    void visit(int[] order);
  }
}
