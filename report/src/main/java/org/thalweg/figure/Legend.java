package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Names of curves and bands in one row, right-aligned above a panel. */
final class Legend {
  private static final double SAMPLE = 24;
  private static final double GAP = 18;

  private Legend() {}

  /** A sample of a line or a filled area with its name. */
  record Entry(String name, Color color, boolean filled, BasicStroke stroke) {
    static Entry line(String name, Color color, BasicStroke stroke) {
      return new Entry(name, color, false, stroke);
    }

    static Entry area(String name, Color color) {
      return new Entry(name, color, true, Style.HAIR);
    }
  }

  static void paint(Panel panel, List<Entry> entries) {
    Canvas canvas = panel.canvas();
    double width = -GAP;
    for (Entry entry : entries) {
      width += SAMPLE + 6 + canvas.widthOf(entry.name(), Style.LABEL) + GAP;
    }
    double x = panel.plot().getMaxX() - width;
    double y = panel.plot().getY() - 12;
    for (Entry entry : entries) {
      if (entry.filled()) {
        canvas.fill(new Rectangle2D.Double(x, y - 6, SAMPLE, 12), entry.color());
      } else {
        canvas.line(x, y, x + SAMPLE, y, entry.color(), entry.stroke());
      }
      canvas.text(entry.name(), Style.LABEL, Style.INK, x + SAMPLE + 6, y, Canvas.Align.LEFT);
      x += SAMPLE + 6 + canvas.widthOf(entry.name(), Style.LABEL) + GAP;
    }
  }
}
