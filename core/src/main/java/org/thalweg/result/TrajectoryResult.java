package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a training through parameter space, seen from its principal components.
 *
 * @param step optimizer steps taken by each snapshot
 * @param epoch passes over the data taken by then
 * @param omitted steps of snapshots that were left out because they are not finite
 * @param variance for each reading of the decomposition; the directions come from the first
 * @param projection on the plane through the last snapshot; its origin is where the loss is drawn
 * @param centredProjection on the parallel plane through the mean of the snapshots
 * @param geometry lengths and turns
 * @param losses at the snapshots and at their projections
 * @param line the loss along the first component through the last snapshot
 * @param plane the loss over the plane of the first two; empty if the path has only one
 * @param curvature along the path; empty if it was not asked for
 */
public record TrajectoryResult(
    Values step,
    Values epoch,
    Values omitted,
    List<ExplainedVariance> variance,
    PathProjection projection,
    PathProjection centredProjection,
    PathGeometry geometry,
    PathLosses losses,
    SliceResult line,
    Optional<SurfaceResult> plane,
    Optional<PathCurvature> curvature,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  private static final String ESTIMATE = "standard error over random directions";

  public TrajectoryResult {
    variance = List.copyOf(variance);
  }

  @Override
  public String probe() {
    return "trajectory";
  }

  /** The decomposition that the directions come from. */
  public ExplainedVariance mainVariance() {
    return variance.get(0);
  }

  /** Highest minus lowest finite loss along the first component. */
  public double variationAlongFirst() {
    int low = line.loss().indexOfLowest();
    return low < 0
        ? Double.NaN
        : line.loss().get(line.loss().indexOfHighest()) - line.loss().get(low);
  }

  @Override
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    all.add(exact("share of variance of PC 1", mainVariance().ratioOfFirst(1)));
    all.add(exact("share of variance of PC 1 and 2", mainVariance().ratioOfFirst(2)));
    all.add(exact("effective number of components", mainVariance().effectiveComponents()));
    all.add(
        exact(
            "largest distance of a snapshot from the plane",
            projection.offPlane().stream().max().orElse(Double.NaN)));
    all.add(exact("distance from start to end", geometry.fromEnd().get(0)));
    all.add(exact("straightness of the path", geometry.straightness()));
    all.add(exact("mean cosine between consecutive steps", geometry.meanTurn()));
    all.add(
        exact("largest |loss on the plane − loss of the snapshot|", losses.largestDifference()));
    all.add(exact("R² of the nearest parabola along PC 1", line.shape().parabola().rSquared()));
    all.add(exact("variation of the loss along PC 1", variationAlongFirst()));
    curvature.ifPresent(found -> addCurvature(found, all));
    if (omitted.size() > 0) {
      all.add(exact("snapshots left out, not finite", omitted.size()));
    }
    return all;
  }

  private void addCurvature(PathCurvature found, List<Measurement> all) {
    if (found.points().isEmpty()) {
      return;
    }
    PathCurvature.Point last = found.points().get(found.points().size() - 1);
    Eigenvalue largest = last.largest();
    Outcome how = largest.converged() ? Outcome.CONVERGED : Outcome.BUDGET_EXHAUSTED;
    String residual = "residual ‖Hv − λv‖";
    all.add(
        new Measurement(
            "λ₁ at the last snapshot measured",
            largest.value(),
            largest.residual(),
            residual,
            how));
    all.add(
        exact(
            "largest λ₁ at a snapshot measured",
            found.points().stream()
                .mapToDouble(p -> p.largest().value())
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN)));
    all.add(
        exact(
            "mean |cosine| of steps with the top eigenvector",
            found.points().stream()
                .mapToDouble(p -> Math.abs(p.alignment()))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN)));
    if (found.threshold().exists()) {
      double value = found.threshold().value();
      all.add(
          new Measurement(
              "λ₁ there / threshold " + found.threshold().rule(),
              largest.value() / value,
              largest.residual() / value,
              residual,
              how));
    }
    if (found.componentCurvature().size() > 0) {
      all.add(exact("curvature along PC 1, v₁ᵀHv₁, at the end", found.componentCurvature().get(0)));
    }
    all.add(
        new Measurement(
            "mean curvature tr H / d at the end",
            found.meanCurvature(),
            found.meanCurvatureStandardError(),
            ESTIMATE,
            outcome));
  }

  private Measurement exact(String name, double value) {
    return Measurement.exact(name, value, outcome);
  }
}
