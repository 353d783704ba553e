package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;

/** Panels of grouped values in rows and columns: bars, single values, means with intervals. */
final class GroupedValuesDrawing implements Figure.Drawing {
  private static final double LEFT = 78;
  private static final double TURNED = Math.toRadians(35);

  private final List<GroupedValues> panels;
  private final int columns;

  GroupedValuesDrawing(List<GroupedValues> panels, int columns) {
    this.panels = List.copyOf(panels);
    this.columns = columns;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Canvas canvas = new Canvas(graphics);
    double top = area.getY();
    if (!panels.isEmpty()) {
      List<GroupLegend.Entry> legend =
          panels.get(0).groups().stream()
              .map(group -> new GroupLegend.Entry(group.name(), group.style()))
              .toList();
      top = new GroupLegend(legend, false).paint(canvas, area.getX() + 6, top, area.getWidth());
    }
    int rows = (panels.size() + columns - 1) / columns;
    double width = area.getWidth() / columns;
    double height = (area.getMaxY() - top) / Math.max(1, rows);
    for (int k = 0; k < panels.size(); k++) {
      double x = area.getX() + (k % columns) * width;
      int row = k / columns;
      double y = top + row * height;
      paint(panels.get(k), graphics, new Rectangle2D.Double(x, y, width, height));
    }
  }

  private static void paint(GroupedValues values, Graphics2D graphics, Rectangle2D area) {
    Canvas canvas = new Canvas(graphics);
    double plotWidth = area.getWidth() - LEFT - 16;
    double slot = plotWidth / Math.max(1, values.categories().size());
    double widest =
        values.categories().stream()
            .mapToDouble(name -> canvas.widthOf(name, Style.LABEL))
            .max()
            .orElse(0);
    boolean turned = widest > slot - 6;
    double room = turned ? Math.min(widest, 110) * Math.sin(TURNED) + 26 : 24;
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT, area.getY() + 10, plotWidth, area.getHeight() - 10 - room - 26);
    Axis horizontal =
        new Axis(
            "", new NamedPlaces(List.of()), -0.5, Math.max(1, values.categories().size()) - 0.5);
    DoubleStream shown =
        values.bars() ? DoubleStream.concat(DoubleStream.of(0), values.values()) : values.values();
    Axis vertical = values.axis().around(shown);
    if (values.bars()) {
      vertical = new Axis(vertical.name(), vertical.scale(), 0, vertical.high());
    }
    Panel panel = new Panel(graphics, plot, horizontal, vertical);
    panel.frame(true);
    names(values, panel, turned);
    canvas.text(
        canvas.shortened(values.categoryName(), Style.LABEL, plotWidth),
        Style.LABEL,
        Style.INK,
        plot.getCenterX(),
        plot.getMaxY() + room + 8,
        Canvas.Align.CENTRE);
    if (values.values().findAny().isEmpty()) {
      panel.nothingToShow();
    }
    values.entries().forEach(entry -> paint(entry, values, panel));
  }

  private static void names(GroupedValues values, Panel panel, boolean turned) {
    Canvas canvas = panel.canvas();
    double y = panel.plot().getMaxY() + 16;
    for (int k = 0; k < values.categories().size(); k++) {
      String name = values.categories().get(k);
      double x = panel.x(k);
      if (turned) {
        String text = canvas.shortened(name, Style.LABEL, 110);
        double half = canvas.widthOf(text, Style.LABEL) / 2;
        canvas.turnedText(
            text,
            Style.LABEL,
            Style.INK,
            x - half * Math.cos(TURNED),
            y + half * Math.sin(TURNED) - 4,
            -TURNED);
      } else {
        canvas.text(name, Style.LABEL, Style.INK, x, y, Canvas.Align.CENTRE);
      }
    }
  }

  private static void paint(GroupedValues.Entry entry, GroupedValues values, Panel panel) {
    Canvas canvas = panel.canvas();
    Color color = entry.style().color();
    double x = panel.x(values.place(entry));
    double mean = panel.y(entry.mean());
    if (values.bars() && Double.isFinite(mean)) {
      double half = 0.36 * values.width() * (panel.x(1) - panel.x(0));
      double zero = panel.y(0);
      canvas.fill(
          new Rectangle2D.Double(x - half, mean, 2 * half, zero - mean),
          Style.withAlpha(color, 56));
    }
    for (int i = 0; i < entry.each().size(); i++) {
      double y = panel.y(entry.each().get(i));
      if (Double.isFinite(y)) {
        canvas.stroke(
            entry.style().marker(panel.x(values.place(entry, i)), y, 3),
            Style.withAlpha(color, 190),
            new BasicStroke(1.1f));
      }
    }
    if (!Double.isFinite(mean)) {
      canvas.text(
          "–", Style.LABEL, Style.MUTED, x, panel.plot().getMaxY() - 8, Canvas.Align.CENTRE);
      return;
    }
    double low = panel.y(entry.low());
    double high = panel.y(entry.high());
    if (Double.isFinite(high)) {
      // On a logarithmic axis the lower end of an interval may lie below zero.
      double bottom = Double.isFinite(low) ? low : panel.plot().getMaxY();
      panel.clipped(
          () -> {
            canvas.line(x, bottom, x, high, Style.INK, new BasicStroke(1.8f));
            canvas.line(x - 5, high, x + 5, high, Style.INK, new BasicStroke(1.8f));
            canvas.line(x - 5, bottom, x + 5, bottom, Style.INK, new BasicStroke(1.8f));
          });
    }
    canvas.fill(entry.style().marker(x, mean, 5.5), color);
    canvas.stroke(entry.style().marker(x, mean, 5.5), Style.INK, Style.HAIR);
  }
}
