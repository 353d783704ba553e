package org.thalweg.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** The box around a 3-D surface: floor, two back walls, ticks and names on three edges. */
record SurfaceBox(Canvas canvas, Projection projection, QuarterTurn turn, Axis height) {
  private static final Color WALL = new Color(0xf8f9fa);
  private static final Color EDGE = new Color(0xb8c1cc);
  private static final double[][] FLOOR = {{-1, -1, 0}, {1, -1, 0}, {1, 1, 0}, {-1, 1, 0}};
  private static final double[][] RIGHT_WALL = {{1, -1, 0}, {1, 1, 0}, {1, 1, 1}, {1, -1, 1}};
  private static final double[][] LEFT_WALL = {{-1, 1, 0}, {1, 1, 0}, {1, 1, 1}, {-1, 1, 1}};

  void paint() {
    for (double[][] face : new double[][][] {FLOOR, RIGHT_WALL, LEFT_WALL}) {
      canvas.fill(outline(face), WALL);
    }
    for (Tick tick : turn.first().ticks(6)) {
      double at = turn.placeOnFirst(tick.value());
      rule(at, -1, 0, at, 1, 0);
      rule(at, 1, 0, at, 1, 1);
      label(tick.label(), at, -1, 0, 10, 14, Canvas.Align.LEFT);
    }
    for (Tick tick : turn.second().ticks(6)) {
      double at = turn.placeOnSecond(tick.value());
      rule(-1, at, 0, 1, at, 0);
      rule(1, at, 0, 1, at, 1);
      label(tick.label(), -1, at, 0, -10, 14, Canvas.Align.RIGHT);
    }
    for (Tick tick : height.ticks(7)) {
      if (tick.isMajor()) {
        double at = height.fraction(tick.value());
        rule(-1, 1, at, 1, 1, at);
        rule(1, 1, at, 1, -1, at);
        label(tick.label(), -1, 1, at, -10, 0, Canvas.Align.RIGHT);
      }
    }
    for (double[][] face : new double[][][] {FLOOR, RIGHT_WALL, LEFT_WALL}) {
      canvas.stroke(outline(face), EDGE, Style.HAIR);
    }
    names();
  }

  private void names() {
    nameAlong(turn.first().name(), projection.at(-1, -1, 0), projection.at(1, -1, 0), 50);
    nameAlong(turn.second().name(), projection.at(-1, 1, 0), projection.at(-1, -1, 0), 50);
    Point2D low = projection.at(-1, 1, 0);
    Point2D high = projection.at(-1, 1, 1);
    canvas.turnedText(
        canvas.shortened(height.name(), Style.LABEL, low.distance(high) + 60),
        Style.LABEL,
        Style.INK,
        low.getX() - 62,
        (low.getY() + high.getY()) / 2,
        -Math.PI / 2);
  }

  /** Below an edge and parallel to it. */
  private void nameAlong(String name, Point2D from, Point2D to, double offset) {
    double angle = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
    double x = (from.getX() + to.getX()) / 2 - offset * Math.sin(angle);
    double y = (from.getY() + to.getY()) / 2 + offset * Math.cos(angle);
    canvas.turnedText(
        canvas.shortened(name, Style.LABEL, from.distance(to)),
        Style.LABEL,
        Style.INK,
        x,
        y,
        angle);
  }

  private Path2D outline(double[][] corners) {
    Path2D path = new Path2D.Double();
    for (int k = 0; k < corners.length; k++) {
      Point2D point = projection.at(corners[k][0], corners[k][1], corners[k][2]);
      if (k == 0) {
        path.moveTo(point.getX(), point.getY());
      } else {
        path.lineTo(point.getX(), point.getY());
      }
    }
    path.closePath();
    return path;
  }

  private void rule(double x1, double y1, double z1, double x2, double y2, double z2) {
    Point2D from = projection.at(x1, y1, z1);
    Point2D to = projection.at(x2, y2, z2);
    canvas.line(from.getX(), from.getY(), to.getX(), to.getY(), Style.GRID, Style.HAIR);
  }

  private void label(
      String text, double x, double y, double z, double dx, double dy, Canvas.Align align) {
    Point2D point = projection.at(x, y, z);
    canvas.text(text, Style.LABEL, Style.INK, point.getX() + dx, point.getY() + dy, align);
  }
}
