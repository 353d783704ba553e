package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.thalweg.result.PathPlane;
import org.thalweg.result.Values;

/** A path between two networks on the plane through them and a bend. */
final class PathOverlay {
  private static final List<String> NAMES = List.of("A", "bend", "B");
  private static final BasicStroke HALO =
      new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke PATH =
      new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final PathPlane plane;

  PathOverlay(PathPlane plane) {
    this.plane = plane;
  }

  void paint(PlaneFrame frame) {
    Panel panel = frame.panel();
    Values from = plane.points().get(0);
    Values to = plane.points().get(2);
    panel.curve(
        Values.of(from.get(0), to.get(0)),
        Values.of(from.get(1), to.get(1)),
        Style.BACKGROUND,
        Style.DASHED);
    panel.curve(plane.curveAlpha(), plane.curveBeta(), Style.BACKGROUND, HALO);
    panel.curve(plane.curveAlpha(), plane.curveBeta(), Style.VERMILLION, PATH);
    for (int k = 0; k < NAMES.size(); k++) {
      point(panel, plane.points().get(k), NAMES.get(k), k == 1);
    }
    Legend.paint(
        panel,
        List.of(
            Legend.Entry.line("path", Style.VERMILLION, PATH),
            Legend.Entry.line("straight line (white on the map)", Style.AXIS, Style.DASHED)));
  }

  private static void point(Panel panel, Values at, String name, boolean hollow) {
    double x = panel.x(at.get(0));
    double y = panel.y(at.get(1));
    Color inside = hollow ? Style.BACKGROUND : Style.INK;
    panel.dot(x, y, 7, hollow ? Style.INK : Style.BACKGROUND);
    panel.dot(x, y, 5, inside);
    // On a white plate, to be read on any colour.
    double width = panel.canvas().widthOf(name, Style.LABEL) + 8;
    panel
        .canvas()
        .fill(
            new Rectangle2D.Double(x - width / 2, y - 27, width, 17),
            Style.withAlpha(Style.BACKGROUND, 210));
    panel.canvas().text(name, Style.LABEL, Style.INK, x, y - 19, Canvas.Align.CENTRE);
  }
}
