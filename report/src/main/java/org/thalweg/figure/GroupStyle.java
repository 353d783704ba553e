package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * How one of several groups is told apart in every picture: by colour, and by marker and dash for
 * those who do not see the colour. Colours by Okabe and Ito (2008), without their yellow, which
 * vanishes on white.
 *
 * @param colour from 0; starts again after the last
 * @param shape of markers and dashes, from 0; starts again after the last
 */
public record GroupStyle(int colour, int shape) {
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#1f2933");
  private static final List<Mark> MARKS = List.of(Mark.values());

  /** A marker and a dash, with the names by which the page's plotting library knows them. */
  private enum Mark {
    CIRCLE("circle", "solid"),
    SQUARE("square", "dash", 7, 4),
    TRIANGLE("triangle-up", "dot", 2, 3),
    DIAMOND("diamond", "dashdot", 7, 3, 2, 3),
    CROSS("cross", "longdash", 13, 4),
    INVERTED("triangle-down", "longdashdot", 13, 3, 2, 3),
    SALTIRE("x", "10px,3px,2px,3px,2px,3px", 10, 3, 2, 3, 2, 3),
    PENTAGON("pentagon", "4px,4px", 4, 4);

    private final String symbol;
    private final String dash;

    @SuppressWarnings("ImmutableEnumChecker") // an array only for brevity, never written
    private final float[] pattern;

    Mark(String symbol, String dash, float... pattern) {
      this.symbol = symbol;
      this.dash = dash;
      this.pattern = pattern;
    }
  }

  /** The k-th of several: another colour and another shape for each. */
  public static GroupStyle of(int k) {
    return new GroupStyle(k, k);
  }

  /** E.g. {@code #0072b2}. */
  public String hex() {
    return COLOURS.get(Math.floorMod(colour, COLOURS.size()));
  }

  /** The marker's name in Plotly. */
  public String symbol() {
    return mark().symbol;
  }

  /** The dash's name in Plotly. */
  public String dash() {
    return mark().dash;
  }

  Color color() {
    return Color.decode(hex());
  }

  BasicStroke stroke(float width) {
    float[] pattern = mark().pattern;
    return pattern.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, pattern, 0f);
  }

  /** The marker around a point. */
  Shape marker(double x, double y, double radius) {
    double r = radius;
    return switch (mark()) {
      case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
      case SQUARE -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
      case TRIANGLE -> polygon(x, y, 1.2 * r, 3, -Math.PI / 2);
      case INVERTED -> polygon(x, y, 1.2 * r, 3, Math.PI / 2);
      case DIAMOND -> polygon(x, y, 1.2 * r, 4, -Math.PI / 2);
      case PENTAGON -> polygon(x, y, 1.1 * r, 5, -Math.PI / 2);
      case CROSS -> cross(x, y, 1.1 * r);
      case SALTIRE ->
          AffineTransform.getRotateInstance(Math.PI / 4, x, y)
              .createTransformedShape(cross(x, y, 1.1 * r));
    };
  }

  private Mark mark() {
    return MARKS.get(Math.floorMod(shape, MARKS.size()));
  }

  private static Path2D polygon(double x, double y, double r, int corners, double start) {
    Path2D path = new Path2D.Double();
    for (int k = 0; k < corners; k++) {
      double angle = start + 2 * Math.PI * k / corners;
      double px = x + r * Math.cos(angle);
      double py = y + r * Math.sin(angle);
      if (k == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }

  private static Path2D cross(double x, double y, double r) {
    double w = 0.36 * r;
    double[][] corners = {
      {-w, -r}, {w, -r}, {w, -w}, {r, -w}, {r, w}, {w, w}, {w, r}, {-w, r}, {-w, w}, {-r, w},
      {-r, -w}, {-w, -w}
    };
    Path2D path = new Path2D.Double();
    path.moveTo(x + corners[0][0], y + corners[0][1]);
    for (double[] corner : corners) {
      path.lineTo(x + corner[0], y + corner[1]);
    }
    path.closePath();
    return path;
  }
}
