package org.thalweg.probe.sharpness;

import java.util.HashSet;
import java.util.Set;

/** After which iterations auto-PGD looks back: ever more often. */
final class Checkpoints {
  private static final double FIRST = 0.22;
  private static final double SHRINKING = 0.03;
  private static final double SHORTEST = 0.06;

  private final Set<Integer> iterations = new HashSet<>();

  Checkpoints(int total) {
    double before = 0;
    double p = FIRST;
    while (p < 1) {
      // Rounding must not turn 0.7 · 20 into 15.
      iterations.add((int) Math.ceil(p * total - 1e-9));
      double next = p + Math.max(p - before - SHRINKING, SHORTEST);
      before = p;
      p = next;
    }
  }

  boolean reached(int iteration) {
    return iterations.contains(iteration);
  }
}
