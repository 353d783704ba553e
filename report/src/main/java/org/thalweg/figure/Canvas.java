package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** The few strokes of which every figure is made. */
final class Canvas {
  /** Which point of a text is put at the given place. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  private final Graphics2D graphics;

  Canvas(Graphics2D graphics) {
    this.graphics = graphics;
  }

  void fill(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  void stroke(Shape shape, Color color, BasicStroke stroke) {
    graphics.setColor(color);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, Color color, BasicStroke stroke) {
    stroke(new Line2D.Double(x1, y1, x2, y2), color, stroke);
  }

  double widthOf(String text, Font font) {
    return graphics.getFontMetrics(font).stringWidth(text);
  }

  /** One line of text whose middle (in height) is at {@code y}. */
  void text(String text, Font font, Color color, double x, double y, Align align) {
    double width = widthOf(text, font);
    double left =
        switch (align) {
          case LEFT -> x;
          case CENTRE -> x - width / 2;
          case RIGHT -> x - width;
        };
    graphics.setFont(font);
    graphics.setColor(color);
    graphics.drawString(text, (float) left, (float) (y + 0.36 * font.getSize2D()));
  }

  /** A line of text centred at a point and turned by {@code angle} radians, clockwise. */
  void turnedText(String text, Font font, Color color, double x, double y, double angle) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(angle);
    text(text, font, color, 0, 0, Align.CENTRE);
    graphics.setTransform(before);
  }

  /** Lines broken at spaces to fit {@code width}; returns the bottom of the last one. */
  double paragraph(String text, Font font, Color color, double x, double top, double width) {
    double lineHeight = 1.35 * font.getSize2D();
    double y = top;
    for (String line : linesOf(text, font, width)) {
      text(line, font, color, x, y + lineHeight / 2, Align.LEFT);
      y += lineHeight;
    }
    return y;
  }

  /** The text, shortened with an ellipsis where it is wider than {@code width}. */
  String shortened(String text, Font font, double width) {
    if (widthOf(text, font) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && widthOf(text.substring(0, end) + "…", font) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }

  private List<String> linesOf(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && widthOf(line + " " + word, font) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines.stream().map(each -> shortened(each, font, width)).toList();
  }
}
