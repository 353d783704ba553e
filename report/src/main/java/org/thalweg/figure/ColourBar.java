package org.thalweg.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;

/** Which colour means which value. */
record ColourBar(String name, FieldScale scale) {
  private static final int STRIPS = 180;

  /**
   * @param colours colour by fraction of the scale
   */
  void paint(Canvas canvas, Rectangle2D bar, DoubleFunction<Color> colours) {
    double height = bar.getHeight() / STRIPS;
    for (int k = 0; k < STRIPS; k++) {
      double y = bar.getMaxY() - (k + 1) * height;
      canvas.fill(
          // Overlapping downwards hides the seams that smoothed edges would leave.
          new Rectangle2D.Double(bar.getX(), y, bar.getWidth(), height + (k > 0 ? 0.6 : 0)),
          colours.apply((k + 0.5) / STRIPS));
    }
    if (scale.isCutOff()) {
      Path2D arrow = new Path2D.Double();
      arrow.moveTo(bar.getX(), bar.getY() + 0.3);
      arrow.lineTo(bar.getCenterX(), bar.getY() - 11);
      arrow.lineTo(bar.getMaxX(), bar.getY() + 0.3);
      arrow.closePath();
      canvas.fill(arrow, colours.apply(1));
    }
    Axis axis = scale.axis(name);
    double widest = 0;
    for (Tick tick : axis.ticks((int) (bar.getHeight() / 40))) {
      double y = bar.getMaxY() - axis.fraction(tick.value()) * bar.getHeight();
      double length = tick.isMajor() ? 5 : 2.5;
      canvas.line(bar.getMaxX(), y, bar.getMaxX() + length, y, Style.AXIS, Style.HAIR);
      canvas.text(tick.label(), Style.LABEL, Style.INK, bar.getMaxX() + 9, y, Canvas.Align.LEFT);
      widest = Math.max(widest, canvas.widthOf(tick.label(), Style.LABEL));
    }
    canvas.turnedText(
        canvas.shortened(name, Style.LABEL, bar.getHeight() + 40),
        Style.LABEL,
        Style.INK,
        bar.getMaxX() + 9 + widest + 14,
        bar.getCenterY(),
        -Math.PI / 2);
  }
}
