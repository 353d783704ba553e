package org.thalweg.probe.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
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
import org.thalweg.execution.ProgressListener;
import org.thalweg.execution.SelectedPoints;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.SliceBandResult;
import org.thalweg.result.Values;

/**
 * The loss along several lines through the point under study: L(θ + α_i·d_k) for k = 0 … N − 1.
 *
 * <p>Costs one forward pass for each of the N·n points that the ledger does not know; point (k, i)
 * has number k·n + i there. One direction at a time is in memory.
 *
 * <p>Misleads: the standard error over directions says how well the mean over directions is known,
 * not how different they are; the quantiles say that. Random directions are all alike in spaces of
 * many dimensions, so a narrow band does not mean that there is no steep direction.
 *
 * @param count how many directions, N
 * @param directions the k-th of them; asked for in turn, possibly more than once
 * @param description what all of them have in common, for a reader
 * @param alpha the steps
 */
public record SliceBandProbe(
    int count, IntFunction<Direction> directions, String description, Axis alpha) {
  private static final int MOST_DIRECTIONS = 10_000;

  public SliceBandProbe {
    if (count < 2 || count > MOST_DIRECTIONS) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("2 to " + MOST_DIRECTIONS + " directions")
          .found(count + " directions")
          .next("give a number of directions such as 20");
    }
  }

  /** Evaluates with threads of this process and keeps nothing to resume from. */
  public SliceBandResult run(Objective objective, ExecutionOptions options) {
    return run(objective, new LocalEvaluator(), new InMemoryLedger(), options);
  }

  /** Evaluates the points that the ledger does not know. */
  public SliceBandResult run(
      Objective objective, PointEvaluator evaluator, PointLedger ledger, ExecutionOptions options) {
    Values steps = alpha.values();
    int n = steps.size();
    List<double[]> coefficients = new ArrayList<>(n);
    steps.stream().forEach(step -> coefficients.add(new double[] {step}));
    double[][] found = new double[3][count * n];
    Outcome outcome = Outcome.CONVERGED;
    Cost cost = Cost.NONE;
    try (Vector origin = objective.parameters()) {
      for (int k = 0; k < count; k++) {
        int first = k * n;
        try (Vector d = directions.apply(k).in(objective.space())) {
          PointEvaluations line =
              evaluator.evaluate(
                  objective,
                  new PointPlan("slices", new AffineSubspace(origin, List.of(d)), coefficients),
                  new SelectedPoints(ledger, i -> first + i),
                  options.withListener(part(options.listener(), first, count * n)));
          System.arraycopy(line.losses().toArray(), 0, found[0], first, n);
          System.arraycopy(line.lossStandardErrors().toArray(), 0, found[1], first, n);
          System.arraycopy(line.accuracies().toArray(), 0, found[2], first, n);
          outcome = worse(outcome, line.outcome());
          cost = cost.plus(line.cost());
        }
      }
    }
    return new SliceBandResult(
        description,
        steps,
        new Grid(count, n, Values.of(found[0])),
        new Grid(count, n, Values.of(found[1])),
        new Grid(count, n, Values.of(found[2])),
        outcome,
        cost);
  }

  private static ProgressListener part(ProgressListener whole, int before, int total) {
    return (activity, done, ofThis) -> whole.progress(activity, before + done, total);
  }

  /** Outcomes are declared from good to bad. */
  private static Outcome worse(Outcome a, Outcome b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
