package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.PathGeometry;
import org.thalweg.result.PathLosses;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrajectoryResult;

/** The path of a training: components, plane, losses, turns, curvature. */
final class TrajectoryFigures implements ResultFigures<TrajectoryResult> {
  private static final int WIDTH = 800;
  private static final int PANEL = 250;

  @Override
  public Class<TrajectoryResult> type() {
    return TrajectoryResult.class;
  }

  /** The axis of all pictures over time. */
  static Axis time(TrajectoryResult trajectory) {
    return Axis.linear("epoch (passes over the training data)", trajectory.epoch().stream());
  }

  @Override
  public List<Figure> of(String id, TrajectoryResult trajectory) {
    List<Figure> figures = new ArrayList<>();
    trajectory.plane().ifPresent(plane -> figures.add(path(id, trajectory, plane)));
    figures.add(
        new Figure(
            id + "-variance",
            "Principal components of the path",
            "Rows decomposed: " + trajectory.mainVariance().rows() + ".",
            "Share of the variance of the snapshots that each principal component holds, and"
                + " cumulated.",
            WIDTH,
            80 + 2 * PANEL,
            new VarianceDrawing(trajectory.mainVariance())));
    figures.add(losses(id, trajectory));
    figures.add(
        new Figure(
            id + "-line",
            "Loss along the first principal component through the last snapshot",
            fit(trajectory),
            "Mean loss with its standard error along the first principal component.",
            WIDTH,
            600,
            new SliceDrawing(trajectory.line())));
    figures.add(steps(id, trajectory));
    trajectory
        .curvature()
        .filter(found -> !found.points().isEmpty())
        .ifPresent(found -> addCurvature(id, trajectory, found, figures));
    return List.copyOf(figures);
  }

  private static Figure path(String id, TrajectoryResult trajectory, SurfaceResult plane) {
    List<String> notes = new ArrayList<>(List.of("In brackets: share of the variance."));
    if (!PlaneFrame.isEqualAspect(plane.alpha(), plane.beta())) {
      notes.add("The two axes are not to the same scale.");
    }
    Plane loss = Plane.ofLoss(plane);
    if (loss.scale().isCutOff()) {
      notes.add(
          "Colours are cut off above %s; the highest loss is %s."
              .formatted(
                  NumberText.of(loss.scale().high(), 3), NumberText.of(loss.scale().highest(), 3)));
    }
    if (trajectory.omitted().size() > 0) {
      notes.add(trajectory.omitted().size() + " snapshots were left out: not finite.");
    }
    return new Figure(
        id + "-path",
        "The path on the plane of its first two principal components",
        String.join(" ", notes),
        "Level lines of the loss on the plane with the projected snapshots joined by a line, and"
            + " the distance of each snapshot from that plane.",
        WIDTH,
        PathDrawing.height(plane, WIDTH),
        new PathDrawing(trajectory, plane));
  }

  private static Figure losses(String id, TrajectoryResult trajectory) {
    PathLosses losses = trajectory.losses();
    Axis vertical =
        Axis.forRange(
            "mean loss",
            () -> DoubleStream.concat(losses.loss().stream(), losses.projectedLoss().stream()));
    CurvePanels.Curves curves =
        new CurvePanels.Curves(
            vertical,
            List.of(
                new CurvePanels.Curve(
                    "on the plane, at the projection of the snapshot",
                    losses.projectedLoss(),
                    Style.VERMILLION,
                    losses.projectedLossStandardError()),
                new CurvePanels.Curve(
                    "at the snapshot", losses.loss(), Style.BLUE, losses.lossStandardError())),
            List.of());
    return new Figure(
        id + "-losses",
        "Loss of the snapshots and of their projections on the plane",
        "Bars: ± 1 standard error over samples.",
        "Mean loss over the epochs at each snapshot and at its projection.",
        WIDTH,
        440,
        new CurvePanels(time(trajectory), trajectory.epoch(), List.of(curves)));
  }

  private static String fit(TrajectoryResult trajectory) {
    return "Nearest parabola: R² = %s. Highest − lowest loss: %s."
        .formatted(
            NumberText.of(trajectory.line().shape().parabola().rSquared(), 4),
            NumberText.of(trajectory.variationAlongFirst(), 3));
  }

  private static Figure steps(String id, TrajectoryResult trajectory) {
    PathGeometry geometry = trajectory.geometry();
    CurvePanels.Curves turns =
        new CurvePanels.Curves(
            new Axis("cosine", new LinearScale(), -1.05, 1.05),
            List.of(
                CurvePanels.Curve.plain(
                    "between the step into a snapshot and the step out of it",
                    geometry.turn(),
                    Style.BLUE)),
            List.of(new CurvePanels.Level("right angle", 0, Style.AXIS)));
    CurvePanels.Curves lengths =
        new CurvePanels.Curves(
            Axis.forRange("step length ‖θₜ − θₜ₋₁‖", () -> geometry.stepLength().stream()),
            List.of(
                CurvePanels.Curve.plain(
                    "from the snapshot before", geometry.stepLength(), Style.GREEN)),
            List.of());
    CurvePanels.Curves distances =
        new CurvePanels.Curves(
            Axis.linear(
                "distance",
                DoubleStream.concat(geometry.fromStart().stream(), geometry.fromEnd().stream())),
            List.of(
                CurvePanels.Curve.plain("from the first", geometry.fromStart(), Style.BLUE),
                CurvePanels.Curve.plain("from the last", geometry.fromEnd(), Style.VERMILLION)),
            List.of());
    return new Figure(
        id + "-steps",
        "Turns, steps and distances between snapshots",
        "",
        "Cosines between consecutive steps, step lengths, and distances from the first and the last"
            + " snapshot over the epochs.",
        WIDTH,
        60 + 3 * PANEL,
        new CurvePanels(time(trajectory), trajectory.epoch(), List.of(turns, lengths, distances)));
  }

  private static void addCurvature(
      String id, TrajectoryResult trajectory, PathCurvature found, List<Figure> figures) {
    figures.add(
        new Figure(
            id + "-curvature",
            "Curvature along the path",
            found.threshold().exists() ? "" : "Threshold: " + found.threshold().rule() + ".",
            "The largest Hessian eigenvalue with the stability threshold, the sharpness, and the"
                + " cosine between the steps and its eigenvector, over the epochs.",
            WIDTH,
            60 + PathCurvatureDrawing.PANELS * PANEL,
            new PathCurvatureDrawing(trajectory, found)));
    if (found.componentCurvature().size() > 0) {
      figures.add(
          new Figure(
              id + "-components",
              "Curvature along the principal components, at the last snapshot",
              "",
              "vᵀHv for each principal component beside the largest eigenvalue and the mean over"
                  + " random directions.",
              WIDTH,
              440,
              new ComponentCurvatureDrawing(found)));
    }
  }
}
