package org.thalweg.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.execution.Cancellation;
import org.thalweg.linalg.LinearAssignment;
import org.thalweg.result.Outcome;

/** One search of {@link WeightMatching}: coordinate ascent over the groups. */
final class MatchingAscent {
  /** Improvements below this share of ‖θ_A‖‖θ_B‖ may be rounding. */
  private static final double NEGLIGIBLE = 1e-13;

  private final NetworkSymmetries symmetries;
  private final double[] reference;
  private final double[] current;
  private final List<Permutation> permutations;
  private final double threshold;
  private int sweeps;
  private Outcome outcome = Outcome.BUDGET_EXHAUSTED;

  MatchingAscent(NetworkSymmetries symmetries, double[] reference, double[] moving) {
    this.symmetries = symmetries;
    this.reference = reference;
    this.current = moving.clone();
    this.permutations = new ArrayList<>(symmetries.identity());
    this.threshold = NEGLIGIBLE * norm(reference) * norm(moving);
  }

  /** Sweeps until neither a linear nor a relaxed step of any group improves. */
  void run(WeightMatching.SweepOrder orders, int maxSweeps, Cancellation cancellation) {
    while (sweeps < maxSweeps) {
      int[] order = orders.of(sweeps++);
      boolean improved = false;
      for (int group : order) {
        if (cancellation.requested()) {
          outcome = Outcome.CANCELLED;
          return;
        }
        improved |= improve(group);
      }
      if (!improved && !relax(order, cancellation)) {
        outcome = cancellation.requested() ? Outcome.CANCELLED : Outcome.CONVERGED;
        return;
      }
    }
  }

  /** π(θ_B) so far. */
  double[] current() {
    return current;
  }

  List<Permutation> permutations() {
    return List.copyOf(permutations);
  }

  int sweeps() {
    return sweeps;
  }

  Outcome outcome() {
    return outcome;
  }

  private boolean improve(int group) {
    List<UnitPlace> places = symmetries.places(group);
    int units = symmetries.groups().get(group).units();
    double[][] gain = new double[units][units];
    places.forEach(place -> place.addGains(reference, current, gain));
    return accept(group, Permutation.of(LinearAssignment.maximize(gain).columns()));
  }

  private boolean relax(int[] order, Cancellation cancellation) {
    boolean improved = false;
    for (int group : order) {
      TiedGroup tied =
          TiedGroup.of(
              symmetries.places(group), symmetries.groups().get(group).units(), reference, current);
      if (tied.isQuadratic() && !cancellation.requested()) {
        improved |= accept(group, tied.relaxed(cancellation));
      }
    }
    return improved;
  }

  /** Applies a permutation of one group if that improves the inner product. */
  private boolean accept(int group, Permutation permutation) {
    if (permutation.isIdentity()) {
      return false;
    }
    List<UnitPlace> places = symmetries.places(group);
    double before = contribution(places);
    places.forEach(place -> place.permute(current, permutation));
    if (contribution(places) > before + threshold) {
      permutations.set(group, permutations.get(group).then(permutation));
      return true;
    }
    Permutation back = permutation.inverse();
    places.forEach(place -> place.permute(current, back));
    return false;
  }

  /** What the tensors of a group contribute to the inner product, each counted once. */
  private double contribution(List<UnitPlace> places) {
    double sum = 0;
    for (int i = 0; i < places.size(); i++) {
      UnitPlace place = places.get(i);
      if (places.subList(0, i).stream().noneMatch(place::sameTensor)) {
        sum += place.dot(reference, current);
      }
    }
    return sum;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
