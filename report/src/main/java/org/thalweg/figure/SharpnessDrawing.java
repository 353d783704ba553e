package org.thalweg.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;

/** One row for each measure: its name and radius, its value as a point with an error bar. */
final class SharpnessDrawing implements Figure.Drawing {
  private static final double NAMES = 250;
  private static final double ROW = 38;
  private static final double RADIUS = 5;

  private final List<SharpnessValue> values;

  SharpnessDrawing(SharpnessResult sharpness) {
    values = sharpness.values();
  }

  int height() {
    return (int) (values.size() * ROW) + 110;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Axis rows = new Axis("", new NamedPlaces(List.of()), 0, Math.max(1, values.size()));
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + NAMES,
            area.getY() + 26,
            area.getWidth() - NAMES - 10,
            area.getHeight() - 26 - 52);
    Panel panel = new Panel(graphics, plot, SharpnessScale.of(values).axis(), rows);
    panel.frame(true);
    Canvas canvas = panel.canvas();
    double zero = panel.x(0);
    canvas.line(zero, plot.getY(), zero, plot.getMaxY(), Style.AXIS, Style.HAIR);
    for (int i = 0; i < values.size(); i++) {
      SharpnessValue value = values.get(i);
      double y = panel.y(values.size() - i - 0.5);
      paintName(panel, value, y);
      if (Double.isFinite(value.value())) {
        paintValue(panel, value, y);
      } else {
        String remark = text(value.value()) + value.outcome().text();
        canvas.text(remark, Style.SMALL, Style.MUTED, zero + 10, y, Canvas.Align.LEFT);
      }
    }
    paintLegend(panel);
  }

  private static String text(double value) {
    return Double.isInfinite(value) ? NumberText.of(value, 3) + ", " : "";
  }

  private static void paintName(Panel panel, SharpnessValue value, double y) {
    Canvas canvas = panel.canvas();
    double right = panel.plot().getX() - 9;
    String radius = radius(value);
    canvas.text(
        canvas.shortened(value.measure(), Style.LABEL, NAMES - 12),
        Style.LABEL,
        Style.INK,
        right,
        radius.isEmpty() ? y : y - 8,
        Canvas.Align.RIGHT);
    canvas.text(
        canvas.shortened(radius, Style.SMALL, NAMES - 12),
        Style.SMALL,
        Style.MUTED,
        right,
        y + 8,
        Canvas.Align.RIGHT);
  }

  private static String radius(SharpnessValue value) {
    return Double.isNaN(value.radius().value())
        ? ""
        : value.radius().unit() + ": " + NumberText.of(value.radius().value(), 3);
  }

  private static void paintValue(Panel panel, SharpnessValue value, double y) {
    Canvas canvas = panel.canvas();
    double x = panel.x(value.value());
    Color color = value.value() < 0 ? Style.VERMILLION : Style.BLUE;
    double error = value.largestError();
    double start = x - RADIUS;
    double end = x + RADIUS;
    if (Double.isFinite(error) && error > 0) {
      double left = Math.max(panel.plot().getX(), panel.x(value.value() - error));
      double right = Math.min(panel.plot().getMaxX(), panel.x(value.value() + error));
      // A bar hidden by its own point would only be clutter.
      if (right - left > 2 * RADIUS) {
        canvas.line(left, y, right, y, Style.INK, Style.CURVE);
        canvas.line(left, y - 5, left, y + 5, Style.INK, Style.CURVE);
        canvas.line(right, y - 5, right, y + 5, Style.INK, Style.CURVE);
      }
      start = Math.min(start, left);
      end = Math.max(end, right);
    }
    panel.dot(x, y, RADIUS, color);
    if (value.outcome() != Outcome.CONVERGED) {
      double inner = RADIUS - 2;
      canvas.fill(
          new Ellipse2D.Double(x - inner, y - inner, 2 * inner, 2 * inner), Style.BACKGROUND);
    }
    String number = NumberText.of(value.value(), 3);
    String written = Double.isFinite(error) ? number + " ± " + NumberText.of(error, 2) : number;
    double width = canvas.widthOf(written, Style.SMALL);
    boolean fits = end + 8 + width <= panel.plot().getMaxX();
    double at = fits ? end + 8 : start - 8 - width;
    // Lines of the grid must not cross the number.
    canvas.fill(new Rectangle2D.Double(at - 2, y - 8, width + 4, 16), Style.BACKGROUND);
    canvas.text(written, Style.SMALL, Style.INK, at, y, Canvas.Align.LEFT);
  }

  private void paintLegend(Panel panel) {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(Legend.Entry.line("positive", Style.BLUE, Style.CURVE));
    if (values.stream().anyMatch(value -> value.value() < 0)) {
      entries.add(Legend.Entry.line("negative", Style.VERMILLION, Style.CURVE));
    }
    if (values.stream().anyMatch(value -> value.largestError() > 0)) {
      entries.add(Legend.Entry.line("± standard error", Style.INK, Style.CURVE));
    }
    Legend.paint(panel, entries);
  }
}
