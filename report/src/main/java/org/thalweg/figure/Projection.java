package org.thalweg.figure;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * An orthographic view from above of the box [−1, 1] × [−1, 1] × [0, 1]: the first axis runs to the
 * right and away, the second to the left and away, the third upwards.
 *
 * <p>Source: Foley, van Dam, Feiner and Hughes (1990), chapter 6.
 */
final class Projection {
  private static final double AZIMUTH = Math.toRadians(38);
  private static final double ELEVATION = Math.toRadians(40);
  private static final double HEIGHT = 1.2;

  private final double centreX;
  private final double floorY;
  private final double unit;

  /** Fits the box into {@code area}. */
  Projection(Rectangle2D area) {
    double halfWidth = Math.cos(AZIMUTH) + Math.sin(AZIMUTH);
    double depth = halfWidth * Math.sin(ELEVATION);
    double tall = HEIGHT * Math.cos(ELEVATION) + 2 * depth;
    unit = Math.min(area.getWidth() / (2 * halfWidth), area.getHeight() / tall);
    centreX = area.getCenterX();
    floorY = area.getCenterY() + unit * (tall / 2 - depth);
  }

  Point2D at(double first, double second, double third) {
    double right = first * Math.cos(AZIMUTH) - second * Math.sin(AZIMUTH);
    double up =
        third * HEIGHT * Math.cos(ELEVATION) + distance(first, second) * Math.sin(ELEVATION);
    return new Point2D.Double(centreX + unit * right, floorY - unit * up);
  }

  /** Grows away from the viewer. */
  static double distance(double first, double second) {
    return first * Math.sin(AZIMUTH) + second * Math.cos(AZIMUTH);
  }
}
