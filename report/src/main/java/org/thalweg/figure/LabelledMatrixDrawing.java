package org.thalweg.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Cells coloured from orange (−1) over white to purple (1) with their numbers inside; a missing one
 * is crossed out. The map is ColorBrewer's PuOr (Brewer, 2003), which is safe for colour-blind
 * readers.
 */
record LabelledMatrixDrawing(LabelledMatrix matrix) implements Figure.Drawing {
  private static final double NAMES = 200;
  private static final double BAR = 90;
  private static final Color MISSING = new Color(0xe4e7eb);

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Canvas canvas = new Canvas(graphics);
    int n = Math.max(1, matrix.names().size());
    double size =
        Math.min((area.getWidth() - NAMES - BAR) / n, (area.getHeight() - NAMES * 0.75) / n);
    double left = area.getX() + NAMES;
    double top = area.getY() + 4;
    for (int i = 0; i < matrix.names().size(); i++) {
      for (int j = 0; j < matrix.names().size(); j++) {
        Rectangle2D cell =
            new Rectangle2D.Double(left + j * size, top + i * size, size - 1, size - 1);
        paint(canvas, cell, matrix.values().get(i, j));
      }
      String name = canvas.shortened(matrix.names().get(i), Style.LABEL, NAMES - 16);
      double y = top + (i + 0.5) * size;
      canvas.text(name, Style.LABEL, Style.INK, left - 8, y, Canvas.Align.RIGHT);
      turned(canvas, name, left + (i + 0.5) * size, top + n * size + 8);
    }
    new ColourBar(matrix.valueName(), new FieldScale(false, -1, 1, 1))
        .paint(
            canvas,
            new Rectangle2D.Double(left + n * size + 18, top, 16, Math.max(120, n * size)),
            LabelledMatrixDrawing::colour);
  }

  private static void turned(Canvas canvas, String name, double x, double y) {
    double angle = Math.toRadians(45);
    double half = canvas.widthOf(name, Style.LABEL) / 2;
    canvas.turnedText(
        name,
        Style.LABEL,
        Style.INK,
        x - half * Math.cos(angle),
        y + half * Math.sin(angle),
        -angle);
  }

  private static void paint(Canvas canvas, Rectangle2D cell, double value) {
    if (!Double.isFinite(value)) {
      canvas.fill(cell, MISSING);
      canvas.line(cell.getX(), cell.getMaxY(), cell.getMaxX(), cell.getY(), Style.AXIS, Style.HAIR);
      return;
    }
    canvas.fill(cell, colour((value + 1) / 2));
    Font font = Style.SMALL.deriveFont((float) Math.min(12, cell.getWidth() / 2.9));
    if (font.getSize2D() >= 6) {
      canvas.text(
          NumberText.fixed(value, 2),
          font,
          Math.abs(value) > 0.6 ? Color.WHITE : Style.INK,
          cell.getCenterX(),
          cell.getCenterY(),
          Canvas.Align.CENTRE);
    }
  }

  private static Color colour(double fraction) {
    List<String> anchors = LabelledMatrix.colours();
    double place = Math.min(1, Math.max(0, fraction)) * (anchors.size() - 1);
    int below = (int) Math.min(place, anchors.size() - 2.0);
    Color from = Color.decode(anchors.get(below));
    Color to = Color.decode(anchors.get(below + 1));
    double weight = place - below;
    return new Color(
        mix(from.getRed(), to.getRed(), weight),
        mix(from.getGreen(), to.getGreen(), weight),
        mix(from.getBlue(), to.getBlue(), weight));
  }

  private static int mix(int from, int to, double weight) {
    return (int) Math.round(from + weight * (to - from));
  }
}
