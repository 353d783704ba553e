package org.thalweg.probe.slice;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.direction.Direction;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointEvaluations;
import org.thalweg.execution.PointEvaluator;
import org.thalweg.execution.PointLedger;
import org.thalweg.execution.PointPlan;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.SliceResult;
import org.thalweg.result.Values;

/**
 * The loss along a line through the point under study: L(θ + α_i·d).
 *
 * <p>Costs one forward pass for each of the n points that the ledger does not know; point i has
 * number i there. Whether the objective gives the same value twice is not checked here: do that
 * once before the first probe.
 *
 * <p>Misleads: one line out of d dimensions. Sharp directions are rare, so a random line looks
 * flatter than the point is, and a line that looks convex proves nothing about the others.
 *
 * <p>Source: Goodfellow, Vinyals, Saxe (2015); normalised directions: Li et al. (2018).
 *
 * @param direction the direction d, in the scale in which α counts
 * @param alpha the steps
 */
public record SliceProbe(Direction direction, Axis alpha) {
  public SliceProbe {
    requireLength(direction);
  }

  /** Evaluates with threads of this process and keeps nothing to resume from. */
  public SliceResult run(Objective objective, ExecutionOptions options) {
    return run(objective, new LocalEvaluator(), new InMemoryLedger(), options);
  }

  /** Evaluates the points that the ledger does not know. */
  public SliceResult run(
      Objective objective, PointEvaluator evaluator, PointLedger ledger, ExecutionOptions options) {
    Values steps = alpha.values();
    List<double[]> coefficients = new ArrayList<>(steps.size());
    steps.stream().forEach(step -> coefficients.add(new double[] {step}));
    try (Vector origin = objective.parameters();
        Vector d = direction.in(objective.space())) {
      PointEvaluations found =
          evaluator.evaluate(
              objective,
              new PointPlan("slice", new AffineSubspace(origin, List.of(d)), coefficients),
              ledger,
              options);
      return new SliceResult(
          direction.description().text(),
          steps,
          found.losses(),
          found.lossStandardErrors(),
          found.accuracies(),
          found.outcome(),
          found.cost());
    }
  }

  private static void requireLength(Direction direction) {
    if (direction.norm() == 0) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a direction that leads somewhere")
          .found("a direction of length 0: " + direction)
          .next("choose another direction or normalisation, or keep the biases");
    }
  }
}
