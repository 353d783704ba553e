package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;
import org.thalweg.result.PlanePoint;
import org.thalweg.result.Values;

/**
 * What contour and heat map share: axes of equal aspect, the colour bar, and the marks of θ and of
 * the lowest value.
 */
record PlaneFrame(Plane plane, Panel panel) {
  private static final double LEFT = 78;
  private static final double RIGHT = 120;
  private static final double TOP = 30;
  private static final double BOTTOM = 52;
  private static final double MOST_STRETCHED = 4;
  private static final double MARK = 6;

  static PlaneFrame of(
      Plane plane, Axis horizontal, Axis vertical, Graphics2D graphics, Rectangle2D area) {
    double width = area.getWidth() - LEFT - RIGHT;
    double height = area.getHeight() - TOP - BOTTOM;
    double ratio = ratio(horizontal.low(), horizontal.high(), vertical.low(), vertical.high());
    boolean equalAspect = isEqualAspect(ratio);
    double plotWidth = equalAspect ? Math.min(width, height * ratio) : width;
    double plotHeight = equalAspect ? Math.min(height, width / ratio) : height;
    double unused = width - plotWidth;
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT + unused / 2, area.getY() + TOP, plotWidth, plotHeight);
    return new PlaneFrame(plane, new Panel(graphics, plot, horizontal, vertical));
  }

  /** Whether both axes are to the same scale: where one range is not many times the other. */
  static boolean isEqualAspect(Values alpha, Values beta) {
    return isEqualAspect(ratio(alpha, beta));
  }

  /** Length of the first range over that of the second. */
  static double ratio(Values alpha, Values beta) {
    return ratio(alpha.get(0), alpha.get(alpha.size() - 1), beta.get(0), beta.get(beta.size() - 1));
  }

  private static double ratio(double left, double right, double low, double high) {
    return (right - left) / (high - low);
  }

  private static boolean isEqualAspect(double ratio) {
    return ratio <= MOST_STRETCHED && ratio >= 1 / MOST_STRETCHED;
  }

  void paintAround(DoubleFunction<Color> colours) {
    panel.frame(false);
    Rectangle2D plot = panel.plot();
    if (plane.isEmpty()) {
      panel.nothingToShow();
      return;
    }
    new ColourBar(plane.fieldName(), plane.scale())
        .paint(
            panel.canvas(),
            new Rectangle2D.Double(plot.getMaxX() + 22, plot.getY(), 18, plot.getHeight()),
            colours);
  }

  /** Marks θ and, if wanted, the lowest value, and explains the marks above the plot. */
  void paintMarks(boolean withLowest) {
    Rectangle2D plot = panel.plot();
    Canvas canvas = panel.canvas();
    plane.marks().forEach(this::named);
    double x = plot.getX();
    double y = plot.getY() - 16;
    double originX = panel.x(0);
    double originY = panel.y(0);
    if (plot.contains(originX, originY)) {
      cross(canvas, originX, originY);
      cross(canvas, x + MARK, y);
      String text = "θ, the network";
      canvas.text(text, Style.LABEL, Style.INK, x + 22, y, Canvas.Align.LEFT);
      x += 22 + canvas.widthOf(text, Style.LABEL) + 24;
    }
    if (withLowest && plane.lowest().isPresent()) {
      int lowest = plane.lowest().getAsInt();
      double alpha = plane.alpha().get(lowest / plane.field().columns());
      double beta = plane.beta().get(lowest % plane.field().columns());
      diamond(canvas, panel.x(alpha), panel.y(beta));
      diamond(canvas, x + MARK, y);
      String text =
          "lowest on the grid: %s at (%s, %s)"
              .formatted(
                  NumberText.of(plane.field().values().get(lowest), 4),
                  NumberText.of(alpha, 3),
                  NumberText.of(beta, 3));
      canvas.text(text, Style.LABEL, Style.INK, x + 22, y, Canvas.Align.LEFT);
    }
  }

  /** A circle with its name beside it, on the side where there is room. */
  private void named(PlanePoint mark) {
    double x = panel.x(mark.alpha());
    double y = panel.y(mark.beta());
    if (!panel.plot().contains(x, y)) {
      return;
    }
    Canvas canvas = panel.canvas();
    panel.dot(x, y, MARK + 1.5, Style.BACKGROUND);
    panel.dot(x, y, MARK, Style.VERMILLION);
    double width = canvas.widthOf(mark.name(), Style.LABEL);
    boolean left = x + 16 + width > panel.plot().getMaxX();
    double start = left ? x - 14 - width : x + 14;
    canvas.fill(
        new Rectangle2D.Double(start - 3, y - 21, width + 6, 16),
        Style.withAlpha(Style.BACKGROUND, 210));
    canvas.text(mark.name(), Style.LABEL, Style.INK, start, y - 13, Canvas.Align.LEFT);
  }

  static void cross(Canvas canvas, double x, double y) {
    for (BasicStroke stroke : new BasicStroke[] {new BasicStroke(4f), new BasicStroke(2f)}) {
      Color color = stroke.getLineWidth() > 3 ? Style.BACKGROUND : Style.INK;
      double reach = stroke.getLineWidth() > 3 ? MARK + 1 : MARK;
      canvas.line(x - reach, y, x + reach, y, color, stroke);
      canvas.line(x, y - reach, x, y + reach, color, stroke);
    }
  }

  private static void diamond(Canvas canvas, double x, double y) {
    Path2D shape = new Path2D.Double();
    shape.moveTo(x, y - MARK);
    shape.lineTo(x + MARK, y);
    shape.lineTo(x, y + MARK);
    shape.lineTo(x - MARK, y);
    shape.closePath();
    canvas.fill(shape, Style.VERMILLION);
    canvas.stroke(shape, Style.BACKGROUND, new BasicStroke(1.5f));
  }
}
