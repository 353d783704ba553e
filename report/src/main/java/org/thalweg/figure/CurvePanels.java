package org.thalweg.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Values;

/** Panels of curves with dots one below the other, over a common horizontal axis. */
record CurvePanels(Axis horizontal, Values x, List<Curves> panels) implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double AXIS_ROOM = 52;
  private static final double LEGEND_ROOM = 26;
  private static final double RADIUS = 3.5;

  /** One panel: curves and level lines over one vertical axis. */
  record Curves(Axis vertical, List<Curve> curves, List<Level> levels) {}

  /**
   * A curve; a value that is missing leaves a gap.
   *
   * @param bars half lengths of upright bars; empty where there are none
   */
  record Curve(String name, Values values, Color color, Values bars) {
    static Curve plain(String name, Values values, Color color) {
      return new Curve(name, values, color, Values.of());
    }
  }

  /** A dashed line with a name in the legend. */
  record Level(String name, double value, Color color) {}

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    double height = area.getHeight() / panels.size();
    for (int i = 0; i < panels.size(); i++) {
      Rectangle2D plot =
          new Rectangle2D.Double(
              area.getX() + LEFT,
              area.getY() + i * height + LEGEND_ROOM,
              area.getWidth() - LEFT - 14,
              height - LEGEND_ROOM - AXIS_ROOM);
      paint(panels.get(i), new Panel(graphics, plot, horizontal, panels.get(i).vertical()));
    }
  }

  private void paint(Curves curves, Panel panel) {
    panel.frame(true);
    List<Legend.Entry> legend = new ArrayList<>();
    for (Level level : curves.levels()) {
      panel.level(level.value(), level.color(), Style.DASHED);
      legend.add(Legend.Entry.line(level.name(), level.color(), Style.DASHED));
    }
    boolean any = false;
    for (Curve curve : curves.curves()) {
      any |= curve.values().stream().anyMatch(Double::isFinite);
      panel.curve(x, curve.values(), curve.color(), Style.CURVE);
      for (int t = 0; t < x.size(); t++) {
        paintPoint(panel, curve, t);
      }
      legend.add(Legend.Entry.line(curve.name(), curve.color(), Style.CURVE));
    }
    if (!any) {
      panel.nothingToShow();
    }
    Legend.paint(panel, legend);
  }

  private void paintPoint(Panel panel, Curve curve, int t) {
    double px = panel.x(x.get(t));
    double value = curve.values().get(t);
    double py = panel.y(value);
    if (!Double.isFinite(px) || !Double.isFinite(py)) {
      return;
    }
    if (curve.bars().size() > 0) {
      double upper = panel.y(value + curve.bars().get(t));
      double lower = panel.y(value - curve.bars().get(t));
      // A bar hidden by its own point would only be clutter.
      if (lower - upper > 2 * RADIUS) {
        panel.canvas().line(px, upper, px, lower, Style.INK, Style.CURVE);
      }
    }
    panel.dot(px, py, RADIUS, curve.color());
  }
}
