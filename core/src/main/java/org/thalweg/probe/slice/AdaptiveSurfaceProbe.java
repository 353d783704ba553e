package org.thalweg.probe.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.direction.Plane;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointEvaluations;
import org.thalweg.execution.PointEvaluator;
import org.thalweg.execution.PointLedger;
import org.thalweg.execution.PointPlan;
import org.thalweg.execution.SelectedPoints;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.AdaptiveSurfaceResult;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

/**
 * A surface computed only where bilinear interpolation is not good enough: a quadtree over the grid
 * of a {@link SurfaceProbe}.
 *
 * <p>Starts with cells of {@link #FIRST_STRIDE} steps. In each cell the points in the middle of its
 * edges and of itself are computed and compared with the interpolation from its corners; if one
 * deviates by more than the requested share of the range (highest − lowest finite loss so far), or
 * is not finite, the cell is divided into four, down to single steps. The points between settled
 * cells are interpolated from the computed ones, the middle points included.
 *
 * <p>Costs one forward pass for each computed point; point (i, j) of n × m has number i·m + j in
 * the ledger, as for the full surface, from which it can therefore resume.
 *
 * <p>Misleads: the error is an estimate, not a bound. What is narrower than the first cells and
 * missed by their corners and middles stays unseen; and the share is of the whole range, so that a
 * high wall in a corner hides the floor of the valley.
 *
 * @param plane the two directions
 * @param alpha the steps along the first direction
 * @param beta the steps along the second direction
 * @param share requested interpolation error as a share of the range, above 0 and below 1
 */
public record AdaptiveSurfaceProbe(Plane plane, Axis alpha, Axis beta, double share) {
  /** Steps along an edge of the cells at the start. */
  public static final int FIRST_STRIDE = 8;

  public AdaptiveSurfaceProbe {
    if (!(share > 0 && share < 1)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("an interpolation error above 0 and below 1, as a share of the range")
          .found(Double.toString(share))
          .next("give a share such as 0.01");
    }
    SurfaceProbe.requireAffordable(alpha, beta);
  }

  /** Evaluates with threads of this process and keeps nothing to resume from. */
  public AdaptiveSurfaceResult run(Objective objective, ExecutionOptions options) {
    return run(objective, new LocalEvaluator(), new InMemoryLedger(), options);
  }

  /** Evaluates the points that are needed and that the ledger does not know. */
  public AdaptiveSurfaceResult run(
      Objective objective, PointEvaluator evaluator, PointLedger ledger, ExecutionOptions options) {
    Values rows = alpha.values();
    Values columns = beta.values();
    AdaptiveGrid grid = new AdaptiveGrid(rows, columns, share, FIRST_STRIDE);
    double[][] found = new double[3][rows.size() * columns.size()];
    for (double[] field : found) {
      Arrays.fill(field, Double.NaN);
    }
    Outcome outcome = Outcome.CONVERGED;
    Cost cost = Cost.NONE;
    int done = 0;
    try (Vector origin = objective.parameters();
        Vector first = plane.first().in(objective.space());
        Vector second = plane.second().in(objective.space())) {
      AffineSubspace subspace = new AffineSubspace(origin, List.of(first, second));
      while (!grid.isFinished() && outcome != Outcome.CANCELLED) {
        int[] wanted = grid.wanted();
        int before = done;
        PointEvaluations level =
            evaluator.evaluate(
                objective,
                new PointPlan("adaptive surface", subspace, coefficients(wanted, rows, columns)),
                new SelectedPoints(ledger, i -> wanted[i]),
                options.withListener(
                    (activity, points, all) ->
                        options.listener().progress(activity, before + points, -1)));
        for (int i = 0; i < wanted.length; i++) {
          if (level.evaluations().get(i).isPresent()) {
            found[0][wanted[i]] = level.losses().get(i);
            found[1][wanted[i]] = level.lossStandardErrors().get(i);
            found[2][wanted[i]] = level.accuracies().get(i);
            grid.learn(wanted[i], level.losses().get(i));
          }
        }
        done += wanted.length;
        cost = cost.plus(level.cost());
        outcome = level.outcome().compareTo(outcome) > 0 ? level.outcome() : outcome;
        if (outcome != Outcome.CANCELLED) {
          grid.judge();
        }
      }
    }
    return new AdaptiveSurfaceResult(
        new SurfaceResult(
            List.of(plane.first().description().text(), plane.second().description().text()),
            rows,
            columns,
            new Grid(rows.size(), columns.size(), Values.of(found[0])),
            new Grid(rows.size(), columns.size(), Values.of(found[1])),
            new Grid(rows.size(), columns.size(), Values.of(found[2])),
            plane.cosine(),
            outcome,
            cost),
        grid.mask(),
        grid.interpolated(),
        share,
        grid.worstShare());
  }

  private static List<double[]> coefficients(int[] points, Values rows, Values columns) {
    List<double[]> coefficients = new ArrayList<>(points.length);
    for (int point : points) {
      coefficients.add(
          new double[] {rows.get(point / columns.size()), columns.get(point % columns.size())});
    }
    return coefficients;
  }
}
