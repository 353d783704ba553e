package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.thalweg.result.Values;

/**
 * A rectangle with two axes: the only place where numbers become positions on a flat figure.
 *
 * @param plot the rectangle between the axes
 */
record Panel(Graphics2D graphics, Rectangle2D plot, Axis horizontal, Axis vertical) {
  private static final double TICK = 5;
  private static final double LABEL_GAP = 9;
  private static final double LEAST_OFFSET = 44;

  double x(double value) {
    return plot.getX() + horizontal.fraction(value) * plot.getWidth();
  }

  double y(double value) {
    return plot.getMaxY() - vertical.fraction(value) * plot.getHeight();
  }

  Canvas canvas() {
    return new Canvas(graphics);
  }

  /** Grid lines, ticks, their labels and the names of both axes. */
  void frame(boolean withGrid) {
    horizontalAxis(withGrid);
    verticalAxis(withGrid);
  }

  private void horizontalAxis(boolean withGrid) {
    Canvas canvas = canvas();
    double bottom = plot.getMaxY();
    for (Tick tick : horizontal.ticks((int) Math.max(3, plot.getWidth() / 70))) {
      double x = x(tick.value());
      if (withGrid && tick.isMajor()) {
        canvas.line(x, plot.getY(), x, bottom, Style.GRID, Style.HAIR);
      }
      canvas.line(x, bottom, x, bottom + length(tick), Style.AXIS, Style.HAIR);
      canvas.text(tick.label(), Style.LABEL, Style.INK, x, bottom + 15, Canvas.Align.CENTRE);
    }
    canvas.line(plot.getX(), bottom, plot.getMaxX(), bottom, Style.AXIS, Style.HAIR);
    canvas.text(
        canvas.shortened(horizontal.name(), Style.LABEL, plot.getWidth() + 60),
        Style.LABEL,
        Style.INK,
        plot.getCenterX(),
        bottom + 36,
        Canvas.Align.CENTRE);
  }

  private void verticalAxis(boolean withGrid) {
    Canvas canvas = canvas();
    double left = plot.getX();
    double widest = 0;
    for (Tick tick : vertical.ticks((int) Math.max(4, plot.getHeight() / (isTall() ? 70 : 28)))) {
      widest = Math.max(widest, canvas.widthOf(tick.label(), Style.LABEL));
      double y = y(tick.value());
      if (withGrid && tick.isMajor()) {
        canvas.line(left, y, plot.getMaxX(), y, Style.GRID, Style.HAIR);
      }
      canvas.line(left - length(tick), y, left, y, Style.AXIS, Style.HAIR);
      canvas.text(tick.label(), Style.LABEL, Style.INK, left - LABEL_GAP, y, Canvas.Align.RIGHT);
    }
    canvas.line(left, plot.getY(), left, plot.getMaxY(), Style.AXIS, Style.HAIR);
    canvas.turnedText(
        canvas.shortened(vertical.name(), Style.LABEL, plot.getHeight() + 40),
        Style.LABEL,
        Style.INK,
        left - nameOffset(widest),
        plot.getCenterY(),
        -Math.PI / 2);
  }

  /** From the axis to the middle of its name, which must not touch the labels. */
  private static double nameOffset(double widestLabel) {
    return Math.max(LEAST_OFFSET, LABEL_GAP + widestLabel + Style.LABEL.getSize2D());
  }

  private boolean isTall() {
    return plot.getHeight() > 0.8 * plot.getWidth();
  }

  private static double length(Tick tick) {
    return tick.isMajor() ? TICK : TICK / 2;
  }

  /** A line through the points, interrupted where a value is missing; lone points become dots. */
  void curve(Values xs, Values ys, Color color, BasicStroke stroke) {
    Path2D path = new Path2D.Double();
    boolean connected = false;
    for (int i = 0; i < xs.size(); i++) {
      double x = x(xs.get(i));
      double y = y(ys.get(i));
      boolean present = Double.isFinite(x) && Double.isFinite(y);
      if (present && connected) {
        path.lineTo(x, y);
      } else if (present) {
        path.moveTo(x, y);
        boolean alone = i + 1 >= xs.size() || !Double.isFinite(y(ys.get(i + 1)));
        if (alone) {
          dot(x, y, 2.5, color);
        }
      }
      connected = present;
    }
    clipped(() -> canvas().stroke(path, color, stroke));
  }

  /** The area between two curves, where both are present. */
  void band(Values xs, Values lower, Values upper, Color color) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i + 1 < xs.size(); i++) {
      double[] edge = {y(lower.get(i)), y(lower.get(i + 1)), y(upper.get(i + 1)), y(upper.get(i))};
      if (Double.isFinite(edge[0] + edge[1] + edge[2] + edge[3])) {
        path.moveTo(x(xs.get(i)), edge[0]);
        path.lineTo(x(xs.get(i + 1)), edge[1]);
        path.lineTo(x(xs.get(i + 1)), edge[2]);
        path.lineTo(x(xs.get(i)), edge[3]);
        path.closePath();
      }
    }
    clipped(() -> canvas().fill(path, color));
  }

  /** A dashed upright line with a word at its top. */
  void upright(double value, String word) {
    double x = x(value);
    if (x >= plot.getX() && x <= plot.getMaxX()) {
      canvas().line(x, plot.getY(), x, plot.getMaxY(), Style.AXIS, Style.DASHED);
      canvas().text(word, Style.LABEL, Style.MUTED, x + 6, plot.getY() + 8, Canvas.Align.LEFT);
    }
  }

  void level(double value, Color color, BasicStroke stroke) {
    double y = y(value);
    if (y >= plot.getY() && y <= plot.getMaxY()) {
      canvas().stroke(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y), color, stroke);
    }
  }

  void dot(double x, double y, double radius, Color color) {
    canvas().fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
  }

  /** Runs with everything outside the plot cut off. */
  void clipped(Runnable painting) {
    Shape before = graphics.getClip();
    graphics.clip(plot);
    painting.run();
    graphics.setClip(before);
  }

  void nothingToShow() {
    canvas()
        .text(
            "no finite values to show",
            Style.LABEL,
            Style.MUTED,
            plot.getCenterX(),
            plot.getCenterY(),
            Canvas.Align.CENTRE);
  }
}
