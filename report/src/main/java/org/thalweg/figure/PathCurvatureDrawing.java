package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;

/** λ₁ against the threshold of the optimizer, the sharpness, and the steps' cosines with v₁. */
final class PathCurvatureDrawing implements Figure.Drawing {
  static final int PANELS = 3;

  /** Up to here the threshold is drawn with λ₁; beyond, it is only named. */
  private static final double MOST_TIMES_HIGHER = 8;

  private final TrajectoryResult trajectory;
  private final PathCurvature curvature;

  PathCurvatureDrawing(TrajectoryResult trajectory, PathCurvature curvature) {
    this.trajectory = trajectory;
    this.curvature = curvature;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Values epoch = column(point -> trajectory.epoch().get(point.snapshot()));
    Values cosine = column(PathCurvature.Point::alignment);
    List<CurvePanels.Curves> panels = new ArrayList<>();
    panels.add(largest());
    Values sharpness = column(PathCurvature.Point::sharpness);
    String radius = "ρ = " + NumberText.of(curvature.radius(), 2);
    panels.add(
        new CurvePanels.Curves(
            Axis.forRange("sharpness, " + radius, sharpness::stream),
            List.of(CurvePanels.Curve.plain("L(θ + ρ∇L/‖∇L‖) − L(θ)", sharpness, Style.GREEN)),
            List.of()));
    panels.add(
        new CurvePanels.Curves(
            new Axis("|cos|", new LinearScale(), 0, 1.02),
            List.of(
                CurvePanels.Curve.plain(
                    "between the next step and the eigenvector of λ₁", cosine, Style.BLUE)),
            List.of()));
    new CurvePanels(TrajectoryFigures.time(trajectory), epoch, panels).paint(graphics, area);
  }

  private CurvePanels.Curves largest() {
    Values values = column(point -> point.largest().value());
    Values residuals = column(point -> point.largest().residual());
    List<CurvePanels.Level> levels = new ArrayList<>();
    DoubleStream shown = DoubleStream.concat(values.stream(), DoubleStream.of(0));
    if (curvature.threshold().exists()) {
      double threshold = curvature.threshold().value();
      // A threshold far above would press the curve to the ground.
      double highest = values.stream().filter(Double::isFinite).max().orElse(threshold);
      boolean near = threshold <= MOST_TIMES_HIGHER * highest;
      levels.add(
          new CurvePanels.Level(
              curvature.threshold().rule()
                  + " = "
                  + NumberText.of(threshold, 3)
                  + (near ? "" : ", far above"),
              threshold,
              Style.VERMILLION));
      if (near) {
        shown = DoubleStream.concat(shown, DoubleStream.of(threshold));
      }
    }
    double[] all = shown.toArray();
    return new CurvePanels.Curves(
        Axis.linear("λ₁ of the Hessian", Arrays.stream(all)),
        List.of(new CurvePanels.Curve("λ₁ ± residual ‖Hv − λv‖", values, Style.BLUE, residuals)),
        levels);
  }

  private Values column(ToDoubleFunction<PathCurvature.Point> part) {
    return Values.of(curvature.points().stream().mapToDouble(part).toArray());
  }
}
