package org.thalweg.figure;

import java.awt.BasicStroke;
import java.util.List;

/** Names of groups with a sample of marker and line, in rows as wide as the picture. */
record GroupLegend(List<Entry> entries, boolean withLine) {
  private static final double ROW = 20;
  private static final double SAMPLE = 34;
  private static final double GAP = 18;
  private static final double WIDEST = 260;

  GroupLegend {
    entries = List.copyOf(entries);
  }

  /** One group. */
  record Entry(String name, GroupStyle style) {}

  /** Paints the rows from {@code top} on and returns the bottom of the last. */
  double paint(Canvas canvas, double left, double top, double width) {
    double x = left;
    double y = top + ROW / 2;
    for (Entry entry : entries) {
      String name = canvas.shortened(entry.name(), Style.LABEL, WIDEST);
      double needed = SAMPLE + canvas.widthOf(name, Style.LABEL);
      if (x > left && x + needed > left + width) {
        x = left;
        y += ROW;
      }
      sample(canvas, entry.style(), x, y);
      canvas.text(name, Style.LABEL, Style.INK, x + SAMPLE, y, Canvas.Align.LEFT);
      x += needed + GAP;
    }
    return entries.isEmpty() ? top : y + ROW / 2;
  }

  private void sample(Canvas canvas, GroupStyle style, double x, double y) {
    if (withLine) {
      canvas.line(x, y, x + SAMPLE - 7, y, style.color(), style.stroke(2f));
    }
    double centre = x + (SAMPLE - 7) / 2;
    canvas.fill(style.marker(centre, y, 5), style.color());
    canvas.stroke(style.marker(centre, y, 5), Style.BACKGROUND, new BasicStroke(0.8f));
  }
}
