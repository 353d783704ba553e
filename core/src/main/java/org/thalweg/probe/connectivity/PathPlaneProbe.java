package org.thalweg.probe.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.PointEvaluations;
import org.thalweg.execution.PointEvaluator;
import org.thalweg.execution.PointLedger;
import org.thalweg.execution.PointPlan;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.PathPlane;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

/**
 * The loss over the plane through A, a bend and B with the path on it: u = (B − A)/‖B − A‖, v the
 * normalised rest of (bend − A) after u has been taken out, of all points that define the path the
 * one with the largest rest. The grid covers the path and those three points with a margin of a
 * fifth on all sides.
 *
 * <p>Costs one forward pass for each of n² points that the ledger does not know; (i, j) has number
 * i·n + j. Memory: two vectors.
 *
 * <p>Misleads: see {@link PathPlane}.
 *
 * <p>Source: Garipov et al. (2018).
 *
 * @param points n, along each side
 */
public record PathPlaneProbe(int points) {
  private static final double MARGIN = 0.2;
  private static final int MOST_POINTS = 2_000;

  public PathPlaneProbe {
    if (points < 2 || points > MOST_POINTS) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("2 to " + MOST_POINTS + " points along a side of the plane")
          .found(points + " points")
          .next("give a number of points such as 21");
    }
  }

  /**
   * Evaluates the points that the ledger does not know.
   *
   * @param t where the path is drawn
   * @throws ThalwegException {@code NOT_APPLICABLE} when the path is straight: it spans no plane
   */
  public PathPlane run(
      Objective objective,
      Path path,
      Values t,
      PointEvaluator evaluator,
      PointLedger ledger,
      ExecutionOptions options) {
    PathProjection projection = PathProjection.of(path);
    try (Vector origin = path.points().get(0).copy();
        Vector u = projection.first();
        Vector v = projection.second()) {
      Values[] curve = projection.curve(t);
      Values alpha = axis(curve[0], projection.alphas());
      Values beta = axis(curve[1], projection.betas());
      List<double[]> coefficients = new ArrayList<>(points * points);
      alpha.stream()
          .forEach(x -> beta.stream().forEach(y -> coefficients.add(new double[] {x, y})));
      PointEvaluations found =
          evaluator.evaluate(
              objective,
              new PointPlan("plane", new AffineSubspace(origin, List.of(u, v)), coefficients),
              ledger,
              options);
      SurfaceResult surface =
          new SurfaceResult(
              List.of("from A to B", "from the line AB to bend " + projection.bend()),
              alpha,
              beta,
              new Grid(points, points, found.losses()),
              new Grid(points, points, found.lossStandardErrors()),
              new Grid(points, points, found.accuracies()),
              u.dot(v),
              found.outcome(),
              Cost.NONE);
      return new PathPlane(surface, projection.anchors(), curve[0], curve[1], curve[2]);
    }
  }

  private Values axis(Values curve, Values anchors) {
    double low = Math.min(curve.stream().min().orElseThrow(), anchors.stream().min().orElseThrow());
    double high =
        Math.max(curve.stream().max().orElseThrow(), anchors.stream().max().orElseThrow());
    double margin = MARGIN * (high - low);
    return Values.linspace(low - margin, high + margin, points);
  }
}
