package org.thalweg.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;

/**
 * Reorders the hidden units of one network so that its weights come as close to another's as can be
 * found: weight matching (Ainsworth et al. 2023, "git re-basin", algorithm 1).
 *
 * <p>max over permutations π of ⟨θ_A, π(θ_B)⟩, which is min of ‖θ_A − π(θ_B)‖₂. Groups are visited
 * in some order; each gets the exact best permutation given the others ({@link
 * org.thalweg.linalg.LinearAssignment}), until no group improves. A group that an identity skip
 * ties over several layers appears on both axes of a weight and makes the problem quadratic: there
 * the linearised assignment is taken only if it does improve, and where it does not, the relaxation
 * over doubly stochastic matrices is tried (Vogelstein et al. 2015).
 *
 * <p>The whole problem is NP-hard and the ascent ends in a local optimum, so there are several
 * starts: the first visits the groups from input to output, the others in seeded random orders.
 * Every start begins with θ_B as it is, so that the result is never worse than no alignment.
 *
 * <p><b>Cost.</b> No evaluation of the loss. Per visit of a group of n units about n times its
 * parameters and n³ operations; two vectors of float64 in memory.
 *
 * <p><b>When it misleads.</b> Close weights are not the aim but a means: the barrier between the
 * networks has to be measured afterwards, and is often still there in narrow networks. Rescaled
 * units count as different although the function is the same.
 */
public final class WeightMatching {
  private static final String ACTIVITY = "alignment";
  private static final double SAME = 1e-9;

  private final MatchingOptions options;

  public WeightMatching(MatchingOptions options) {
    this.options = options;
  }

  /** Brings {@code moving} into the order of {@code reference}. */
  public Alignment align(NetworkSymmetries symmetries, double[] reference, double[] moving) {
    return align(symmetries, reference, moving, ProgressListener.silent(), new Cancellation());
  }

  /**
   * Brings {@code moving} into the order of {@code reference}. Progress counts searches.
   *
   * @param reference θ_A
   * @param moving θ_B, left as it is; {@link NetworkSymmetries#permute} applies the result
   * @throws ThalwegException {@code NOT_FINITE} when weights are NaN or infinite, {@code
   *     DIMENSION_MISMATCH} when they do not fit the network
   */
  public Alignment align(
      NetworkSymmetries symmetries,
      double[] reference,
      double[] moving,
      ProgressListener progress,
      Cancellation cancellation) {
    requireSound(symmetries, reference);
    requireSound(symmetries, moving);
    int groups = symmetries.groups().size();
    List<MatchingAscent> searches = new ArrayList<>();
    for (int start = 0; start < options.starts() && !cancellation.requested(); start++) {
      MatchingAscent search = new MatchingAscent(symmetries, reference, moving);
      search.run(orders(start, groups), options.maxSweeps(), cancellation);
      searches.add(search);
      progress.progress(ACTIVITY, start + 1, options.starts());
    }
    return best(symmetries, reference, moving, searches, cancellation.requested());
  }

  private SweepOrder orders(int start, int groups) {
    if (start == 0) {
      return sweep -> IntStream.range(0, groups).toArray();
    }
    return sweep ->
        RandomStream.of(options.seed(), "order of groups", start, sweep).permutation(groups);
  }

  private static Alignment best(
      NetworkSymmetries symmetries,
      double[] reference,
      double[] moving,
      List<MatchingAscent> searches,
      boolean cancelled) {
    double before = dot(reference, moving);
    List<Permutation> permutations = symmetries.identity();
    double[] aligned = moving;
    double best = before;
    int sweeps = 0;
    Outcome outcome = cancelled ? Outcome.CANCELLED : Outcome.CONVERGED;
    for (MatchingAscent search : searches) {
      double reached = dot(reference, search.current());
      if (reached > best) {
        best = reached;
        aligned = search.current();
        permutations = search.permutations();
        sweeps = search.sweeps();
        outcome = cancelled ? Outcome.CANCELLED : search.outcome();
      }
    }
    double close = SAME * Math.sqrt(dot(reference, reference) * dot(moving, moving));
    double goal = best;
    return new Alignment(
        permutations,
        before,
        best,
        distance(reference, moving),
        distance(reference, aligned),
        permutations.stream().mapToInt(WeightMatching::moved).sum(),
        permutations.stream().mapToInt(Permutation::size).sum(),
        searches.size(),
        (int)
            searches.stream()
                .filter(search -> dot(reference, search.current()) >= goal - close)
                .count(),
        sweeps,
        outcome);
  }

  private static int moved(Permutation permutation) {
    return (int) IntStream.range(0, permutation.size()).filter(i -> permutation.at(i) != i).count();
  }

  private static void requireSound(NetworkSymmetries symmetries, double[] theta) {
    if (theta.length != symmetries.layout().dimension()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(symmetries.layout().dimension() + " parameters")
          .found(Integer.toString(theta.length))
          .next("align two networks of the same kind and widths");
    }
    for (double value : theta) {
      if (!Double.isFinite(value)) {
        throw ThalwegException.of(ErrorCode.NOT_FINITE)
            .expected("finite weights in both networks")
            .found(Double.toString(value))
            .next("take snapshots from before the training diverged");
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  /** In which order a sweep visits the groups. */
  @FunctionalInterface
  interface SweepOrder {
    int[] of(int sweep);
  }
}
