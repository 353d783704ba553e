package org.thalweg.probe.slice;

import java.util.ArrayList;
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
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Grid;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

/**
 * The loss over a plane through the point under study: Z[i][j] = L(θ + α_i·d₁ + β_j·d₂), n × m
 * values, the first index along the first direction.
 *
 * <p>Costs one forward pass for each of the n·m points that the ledger does not know; point (i, j)
 * has number i·m + j there. Whether the objective gives the same value twice is not checked here:
 * do that once before the first probe.
 *
 * <p>Misleads: a plane through a saddle usually looks like a bowl when its directions are random,
 * and contours are true to shape only if the directions are orthogonal and equally long; see {@link
 * SurfaceResult#cosine}.
 *
 * <p>Source: Li, Xu, Taylor, Studer, Goldstein (2018).
 *
 * @param plane the two directions, in the scales in which α and β count
 * @param alpha the steps along the first direction
 * @param beta the steps along the second direction
 */
public record SurfaceProbe(Plane plane, Axis alpha, Axis beta) {
  /** More values do not fit into memory beside everything else, or into a lifetime. */
  private static final long MOST_POINTS = 4_000_000;

  public SurfaceProbe {
    requireAffordable(alpha, beta);
  }

  static void requireAffordable(Axis alpha, Axis beta) {
    long points = (long) alpha.points() * beta.points();
    if (points > MOST_POINTS) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at most " + MOST_POINTS + " points on a plane")
          .found(alpha.points() + " × " + beta.points() + " = " + points + " points")
          .next("give fewer points along one direction");
    }
  }

  /** Evaluates with threads of this process and keeps nothing to resume from. */
  public SurfaceResult run(Objective objective, ExecutionOptions options) {
    return run(objective, new LocalEvaluator(), new InMemoryLedger(), options);
  }

  /** Evaluates the points that the ledger does not know. */
  public SurfaceResult run(
      Objective objective, PointEvaluator evaluator, PointLedger ledger, ExecutionOptions options) {
    Values rows = alpha.values();
    Values columns = beta.values();
    try (Vector origin = objective.parameters();
        Vector first = plane.first().in(objective.space());
        Vector second = plane.second().in(objective.space())) {
      PointEvaluations found =
          evaluator.evaluate(
              objective,
              new PointPlan(
                  "surface",
                  new AffineSubspace(origin, List.of(first, second)),
                  coefficients(rows, columns)),
              ledger,
              options);
      return new SurfaceResult(
          List.of(plane.first().description().text(), plane.second().description().text()),
          rows,
          columns,
          new Grid(rows.size(), columns.size(), found.losses()),
          new Grid(rows.size(), columns.size(), found.lossStandardErrors()),
          new Grid(rows.size(), columns.size(), found.accuracies()),
          plane.cosine(),
          found.outcome(),
          found.cost());
    }
  }

  /** Row by row, as {@link Grid} keeps its values. */
  static List<double[]> coefficients(Values rows, Values columns) {
    List<double[]> coefficients = new ArrayList<>(rows.size() * columns.size());
    rows.stream()
        .forEach(a -> columns.stream().forEach(b -> coefficients.add(new double[] {a, b})));
    return coefficients;
  }
}
