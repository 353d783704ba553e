package org.thalweg.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.thalweg.result.Measurement;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.TrajectoryResult;

/** The path of a training. */
final class TrajectoryView implements ResultView<TrajectoryResult> {
  private static final PlotWords PATH =
      new PlotWords(
          "trajectoryPath",
          "-path",
          "The path on the plane of its principal components",
          "The snapshots of the training, projected on the plane through the last one in which they"
              + " vary most, over the loss on that plane. How far each snapshot is from the plane is"
              + " shown beside it.",
          "The level lines are the loss on the plane, not at the snapshots: compare the two in the"
              + " next pictures. Even a random walk in many dimensions draws a smooth arc here, with"
              + " three quarters of its variance in two components.");
  private static final PlotWords VARIANCE =
      new PlotWords(
          "variance",
          "-variance",
          "How many directions the path needs",
          "The share of the variance of the snapshots that each principal component holds, and what"
              + " the first ones hold together.",
          "A high share of the first component says that the path is long in one direction, not that"
              + " the loss has a valley there. Snapshots at other intervals give other shares.");
  private static final PlotWords LOSSES =
      new PlotWords(
          "pathLosses",
          "-losses",
          "Loss along the path, and on the plane",
          "The loss of each snapshot and the loss of its projection on the plane. Where they differ,"
              + " the picture of the plane does not show what the training saw.",
          "Both are measured over the same samples, which need not be those that the training's own"
              + " record was measured over.");
  private static final PlotWords LINE =
      new PlotWords(
          "pathLine",
          "-line",
          "Loss along the first principal component",
          "The loss when the last snapshot moves along the direction in which the path varies most."
              + " R² says how close it is to a parabola.",
          "R² and the variation belong to this range, which is the extent of the whole path; over a"
              + " range short enough every smooth loss is a parabola.");
  private static final PlotWords STEPS =
      new PlotWords(
          "pathSteps",
          "-steps",
          "Turns, steps and distances",
          "Cosines between consecutive steps from snapshot to snapshot (1 is straight on), lengths"
              + " of the steps, and distances from both ends.",
          "Between two snapshots lie many steps of the optimizer; their zigzag cancels and makes the"
              + " path look straighter and shorter than it was.");
  private static final PlotWords CURVATURE =
      new PlotWords(
          "pathCurvature",
          "-curvature",
          "Curvature along the path",
          "The largest eigenvalue of the Hessian at the snapshots beside the value above which the"
              + " optimizer's step is unstable on a parabola; how much the loss rises one short step"
              + " uphill; and whether the path goes along the sharpest direction.",
          "The threshold is exact for the whole batch only: small batches keep λ₁ below it. There is"
              + " none for adaptive optimizers, whose steps are scaled. In d dimensions two directions"
              + " have a cosine of about 0.8/√d by chance.");
  private static final PlotWords COMPONENTS =
      new PlotWords(
          "pathComponents",
          "-components",
          "Does the path go along steep or flat directions?",
          "The curvature of the loss at the last snapshot along each principal component of the path,"
              + " between the largest eigenvalue and the mean over random directions.",
          "It is the curvature at the end; earlier parts of the path may have been steeper. A"
              + " component far above the random directions is steep even if it is far below λ₁.");

  @Override
  public Class<TrajectoryResult> type() {
    return TrajectoryResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.TRAJECTORY;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(PATH, VARIANCE, LOSSES, LINE, STEPS, CURVATURE, COMPONENTS);
  }

  @Override
  public String caption(TrajectoryResult trajectory, PlotWords plot) {
    return plot.equals(LINE) ? "d: " + trajectory.line().direction() : "";
  }

  /** How much of the path the plane shows. */
  @Override
  public List<Measurement> keyNumbers(TrajectoryResult trajectory) {
    return trajectory.measurements().stream().skip(1).limit(1).toList();
  }

  @Override
  public List<NumberWords> words(TrajectoryResult trajectory) {
    return List.of(
        new NumberWords(
            "effective number of components",
            "How many components of equal variance would be as spread out as these: 1 for a straight"
                + " line.",
            "It counts variance, not what matters for the loss."),
        new NumberWords(
            "straightness of the path",
            "The distance between the ends over the length of the path from snapshot to snapshot.",
            "The real path has more turns; fewer snapshots make it straighter."));
  }

  @Override
  public String script() {
    return "trajectory.js";
  }

  @Override
  public void embed(TrajectoryResult trajectory, EmbeddedNode node) {
    node.put("step", trajectory.step().stream())
        .put("epoch", trajectory.epoch().stream())
        .put("ratios", trajectory.mainVariance().ratios().stream())
        .put("coordinates", trajectory.projection().coordinates())
        .put("offPlane", trajectory.projection().offPlane().stream())
        .put("turn", trajectory.geometry().turn().stream())
        .put("stepLength", trajectory.geometry().stepLength().stream())
        .put("fromStart", trajectory.geometry().fromStart().stream())
        .put("fromEnd", trajectory.geometry().fromEnd().stream())
        .put("loss", trajectory.losses().loss().stream())
        .put("lossStandardError", trajectory.losses().lossStandardError().stream())
        .put("projectedLoss", trajectory.losses().projectedLoss().stream())
        .put(
            "projectedLossStandardError",
            trajectory.losses().projectedLossStandardError().stream());
    new SliceView().embed(trajectory.line(), node.object("line"));
    trajectory.plane().ifPresent(plane -> new SurfaceView().embed(plane, node.object("plane")));
    trajectory.curvature().ifPresent(found -> embed(trajectory, found, node.object("curvature")));
  }

  private static void embed(TrajectoryResult trajectory, PathCurvature found, EmbeddedNode node) {
    node.put("epoch", column(found, point -> trajectory.epoch().get(point.snapshot())))
        .put("largest", column(found, point -> point.largest().value()))
        .put("residual", column(found, point -> point.largest().residual()))
        .put("sharpness", column(found, PathCurvature.Point::sharpness))
        .put("alignment", column(found, PathCurvature.Point::alignment))
        .put("components", found.componentCurvature().stream())
        .put("mean", found.meanCurvature())
        .put("meanError", found.meanCurvatureStandardError())
        .put("radius", found.radius())
        .put("rule", found.threshold().rule())
        .put("threshold", found.threshold().value());
  }

  private static DoubleStream column(
      PathCurvature found, ToDoubleFunction<PathCurvature.Point> part) {
    return found.points().stream().mapToDouble(part);
  }
}
