package org.thalweg.probe.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointEvaluations;
import org.thalweg.execution.PointEvaluator;
import org.thalweg.execution.PointLedger;
import org.thalweg.execution.PointPlan;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathProfile;
import org.thalweg.result.Values;

/**
 * Loss and accuracy along a path, L(φ(t_i)) at equidistant t_i from 0 to 1, both ends included, and
 * the barrier between them.
 *
 * <p>At the ends the loss is exactly that of the networks. Costs one forward pass for each point
 * that the ledger does not know (point i has number i there) and, where the losses of single
 * samples are known, up to five more for the standard errors of the barrier.
 *
 * <p>Misleads: batch-norm statistics that belong to the ends make a path look far worse than it is
 * (re-estimate them); see {@link org.thalweg.result.Barrier} for what a barrier on a grid is worth.
 *
 * <p>Sources: Goodfellow, Vinyals, Saxe (2015); Frankle, Dziugaite, Roy, Carbin (2020).
 *
 * @param points how many, at least 2; an odd number includes the middle
 */
public record PathProbe(int points) {
  private static final int MOST_POINTS = 100_000;

  public PathProbe {
    if (points < 2 || points > MOST_POINTS) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("2 to " + MOST_POINTS + " points along a path")
          .found(points + " points")
          .next("give a number of points such as 25 (odd numbers include the middle)");
    }
  }

  /** What was found over one set of samples, and how it ended. */
  public record Measured(PathProfile profile, Outcome outcome) {}

  /** The t_i. */
  public Values parameters() {
    return Values.linspace(0, 1, points);
  }

  /** Evaluates with threads of this process and keeps nothing to resume from. */
  public Measured run(Objective objective, Path path, String samples, ExecutionOptions options) {
    return run(objective, path, samples, new LocalEvaluator(), new InMemoryLedger(), options);
  }

  /**
   * Evaluates the points that the ledger does not know.
   *
   * @param samples the name of what the objective averages over, e.g. {@code "train"}
   */
  public Measured run(
      Objective objective,
      Path path,
      String samples,
      PointEvaluator evaluator,
      PointLedger ledger,
      ExecutionOptions options) {
    Values t = parameters();
    List<double[]> coefficients = new ArrayList<>(points);
    t.stream().forEach(at -> coefficients.add(path.weights(at)));
    PointEvaluations found;
    try (Vector zero = objective.space().zeros()) {
      found =
          evaluator.evaluate(
              objective, new PointPlan("path", path.subspace(zero), coefficients), ledger, options);
    }
    BarrierErrors errors = new BarrierErrors(objective, path, t);
    boolean complete = found.outcome() != Outcome.CANCELLED;
    PathProfile profile =
        new PathProfile(
            samples,
            found.losses(),
            found.lossStandardErrors(),
            found.accuracies(),
            errors.ofLoss(found.losses(), complete && !options.cancellation().requested()),
            errors.ofError(found.accuracies()));
    return new Measured(profile, found.outcome());
  }
}
