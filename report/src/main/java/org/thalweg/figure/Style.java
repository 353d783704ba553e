package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

/**
 * Type, line widths and colours of all figures.
 *
 * <p>Lines use the palette of Okabe and Ito (2008), which stays distinguishable with the common
 * kinds of colour blindness. The font is Java's logical {@code SansSerif}: present wherever
 * fontconfig finds any font.
 */
final class Style {
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  static final Color BACKGROUND = Color.WHITE;
  static final Color INK = new Color(0x1f2933);
  static final Color MUTED = new Color(0x52606d);
  static final Color AXIS = new Color(0x7b8794);
  static final Color GRID = new Color(0xe4e7eb);

  static final Color BLUE = new Color(0x0072b2);
  static final Color VERMILLION = new Color(0xd55e00);
  static final Color GREEN = new Color(0x009e73);

  static final BasicStroke HAIR = new BasicStroke(1f);
  static final BasicStroke CURVE =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);

  private Style() {}

  static Color withAlpha(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }
}
