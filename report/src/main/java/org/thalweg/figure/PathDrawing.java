package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.thalweg.result.PathProjection;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrajectoryResult;

/**
 * The projected path on the level lines of the plane, and below it how far each snapshot is from
 * that plane.
 */
final class PathDrawing implements Figure.Drawing {
  /** Height of the panel with the distances. */
  private static final double DISTANCES = 250;

  private static final double AROUND_PLANE = 90;
  private static final BasicStroke HALO =
      new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final TrajectoryResult trajectory;
  private final Plane plane;

  PathDrawing(TrajectoryResult trajectory, SurfaceResult surface) {
    this.trajectory = trajectory;
    Plane loss = Plane.ofLoss(surface);
    this.plane =
        new Plane(
            loss.name(),
            loss.alpha(),
            loss.beta(),
            loss.field(),
            loss.scale(),
            loss.map(),
            name(trajectory, 0, "α"),
            name(trajectory, 1, "β"),
            loss.marks());
  }

  /** With the share of the variance in brackets. */
  static String name(TrajectoryResult trajectory, int component, String step) {
    return "%s along PC %d (%s %%)"
        .formatted(
            step,
            component + 1,
            NumberText.of(100 * trajectory.mainVariance().ratios().get(component), 3));
  }

  /** As high as the plane needs at this width. */
  static int height(SurfaceResult surface, int width) {
    double across = width - 230;
    boolean equal = PlaneFrame.isEqualAspect(surface.alpha(), surface.beta());
    double tall = equal ? across / PlaneFrame.ratio(surface.alpha(), surface.beta()) : 400;
    return (int) (Math.min(tall, 520) + AROUND_PLANE + DISTANCES + 70);
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    double above = area.getHeight() - DISTANCES;
    Rectangle2D upper = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), above);
    Panel panel = new ContourDrawing(plane).paintWithoutMarks(graphics, upper).panel();
    paintPath(panel);
    distances()
        .paint(
            graphics,
            new Rectangle2D.Double(
                area.getX(), area.getY() + above, area.getWidth(), area.getHeight() - above));
  }

  /** Distance from the plane, beside the distance that is still to go, which gives it a scale. */
  private CurvePanels distances() {
    var off = trajectory.projection().offPlane();
    var rest = trajectory.geometry().fromEnd();
    Axis vertical =
        Axis.linear("distance", java.util.stream.DoubleStream.concat(off.stream(), rest.stream()));
    return new CurvePanels(
        TrajectoryFigures.time(trajectory),
        trajectory.epoch(),
        List.of(
            new CurvePanels.Curves(
                vertical,
                List.of(
                    CurvePanels.Curve.plain("from the last snapshot", rest, Style.BLUE),
                    CurvePanels.Curve.plain(
                        "from the plane (hidden above)", off, Style.VERMILLION)),
                List.of())));
  }

  private void paintPath(Panel panel) {
    PathProjection path = trajectory.projection();
    Path2D line = new Path2D.Double();
    for (int t = 0; t < path.size(); t++) {
      double x = panel.x(path.coordinates().get(t, 0));
      double y = panel.y(path.coordinates().get(t, 1));
      if (t == 0) {
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
    }
    Canvas canvas = panel.canvas();
    canvas.stroke(line, Style.BACKGROUND, HALO);
    canvas.stroke(line, Style.INK, Style.CURVE);
    for (int t = 0; t < path.size(); t++) {
      place(panel, t, Style.VERMILLION, 3.5);
    }
    place(panel, 0, Style.INK, 5.5);
    PlaneFrame.cross(canvas, panel.x(0), panel.y(0));
    paintLegend(panel);
  }

  private void place(Panel panel, int t, Color color, double radius) {
    PathProjection path = trajectory.projection();
    double x = panel.x(path.coordinates().get(t, 0));
    double y = panel.y(path.coordinates().get(t, 1));
    panel.dot(x, y, radius + 1, Style.BACKGROUND);
    panel.dot(x, y, radius, color);
  }

  private static void paintLegend(Panel panel) {
    Canvas canvas = panel.canvas();
    double x = panel.plot().getX();
    double y = panel.plot().getY() - 14;
    panel.dot(x + 6, y, 5.5, Style.INK);
    x = word(canvas, "first snapshot", x + 18, y);
    panel.dot(x + 6, y, 3.5, Style.VERMILLION);
    x = word(canvas, "snapshots, projected", x + 18, y);
    PlaneFrame.cross(canvas, x + 6, y);
    word(canvas, "θ, the last snapshot", x + 18, y);
  }

  private static double word(Canvas canvas, String text, double x, double y) {
    canvas.text(text, Style.LABEL, Style.INK, x, y, Canvas.Align.LEFT);
    return x + canvas.widthOf(text, Style.LABEL) + 20;
  }
}
