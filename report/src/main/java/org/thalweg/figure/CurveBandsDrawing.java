package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.thalweg.result.Values;

/** Curves with bands: all over one another, or each on a panel of its own with common axes. */
record CurveBandsDrawing(CurveBands bands, int columns) implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double BOTTOM = 52;
  private static final double MARKER = 4;
  private static final int MOST_MARKERS = 12;

  /** All on one panel. */
  static CurveBandsDrawing together(CurveBands bands) {
    return new CurveBandsDrawing(bands, 0);
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    if (columns == 0) {
      GroupLegend legend =
          new GroupLegend(
              bands.curves().stream()
                  .map(curve -> new GroupLegend.Entry(curve.name(), curve.style()))
                  .toList(),
              true);
      double top =
          6 + legend.paint(new Canvas(graphics), area.getX() + 6, area.getY(), area.getWidth());
      paint(bands.curves(), graphics, below(area, top));
      return;
    }
    int rows = (bands.curves().size() + columns - 1) / columns;
    double width = area.getWidth() / columns;
    double height = area.getHeight() / Math.max(1, rows);
    for (int k = 0; k < bands.curves().size(); k++) {
      CurveBands.Curve curve = bands.curves().get(k);
      double x = area.getX() + (k % columns) * width;
      int row = k / columns;
      double y = area.getY() + row * height;
      Canvas canvas = new Canvas(graphics);
      canvas.text(
          canvas.shortened(curve.name(), Style.LABEL, width - LEFT),
          Style.LABEL,
          Style.INK,
          x + LEFT,
          y + 10,
          Canvas.Align.LEFT);
      paint(List.of(curve), graphics, new Rectangle2D.Double(x, y + 22, width, height - 22));
    }
  }

  private static Rectangle2D below(Rectangle2D area, double top) {
    return new Rectangle2D.Double(area.getX(), top, area.getWidth(), area.getMaxY() - top);
  }

  private void paint(List<CurveBands.Curve> curves, Graphics2D graphics, Rectangle2D area) {
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT,
            area.getY(),
            area.getWidth() - LEFT - 14,
            area.getHeight() - BOTTOM);
    Panel panel =
        new Panel(
            graphics,
            plot,
            bands.horizontal().around(bands.x()),
            bands.vertical().around(bands.y()));
    panel.frame(true);
    if (curves.stream().flatMapToDouble(curve -> curve.y().stream()).noneMatch(Double::isFinite)) {
      panel.nothingToShow();
    }
    for (CurveBands.Curve curve : curves) {
      panel.band(
          curve.x(), lower(curve, panel), curve.high(), Style.withAlpha(curve.style().color(), 44));
    }
    for (CurveBands.Curve curve : curves) {
      panel.curve(curve.x(), curve.y(), curve.style().color(), curve.style().stroke(2f));
      markers(curve, panel);
    }
  }

  /** A band that reaches below the axis, or below zero on a logarithmic one, is cut off there. */
  static Values lower(CurveBands.Curve curve, Panel panel) {
    return Values.of(
        curve.low().stream()
            .map(low -> Double.isNaN(low) ? low : Math.max(low, panel.vertical().low()))
            .toArray());
  }

  private static void markers(CurveBands.Curve curve, Panel panel) {
    int stride = Math.max(1, (curve.x().size() + MOST_MARKERS - 1) / MOST_MARKERS);
    for (int i = 0; i < curve.x().size(); i += stride) {
      double x = panel.x(curve.x().get(i));
      double y = panel.y(curve.y().get(i));
      if (Double.isFinite(x) && Double.isFinite(y)) {
        panel.canvas().fill(curve.style().marker(x, y, MARKER), curve.style().color());
      }
    }
  }
}
