package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A field as a shaded surface in a box, cells painted from back to front; cells with a missing
 * corner are left out.
 */
final class SurfaceDrawing implements Figure.Drawing {
  private static final double LEFT = 66;
  private static final double RIGHT = 138;
  private static final double BOTTOM = 44;
  private static final int MESH_LINES = 30;
  private static final double[] LIGHT = normalised(-0.35, -0.55, 1.3);
  private static final Color MESH = new Color(31, 41, 51, 70);
  private static final BasicStroke MESH_STROKE = new BasicStroke(0.6f);
  private static final double OVERLAP = 0.35;

  private final Plane plane;
  private final Axis alpha;
  private final Axis beta;

  SurfaceDrawing(Plane plane) {
    this.plane = plane;
    this.alpha = Axis.tight(plane.alphaName(), plane.alpha().stream());
    this.beta = Axis.tight(plane.betaName(), plane.beta().stream());
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Canvas canvas = new Canvas(graphics);
    Rectangle2D room =
        new Rectangle2D.Double(
            area.getX() + LEFT,
            area.getY() + 6,
            area.getWidth() - LEFT - RIGHT,
            area.getHeight() - BOTTOM - 6);
    if (paintSurface(canvas, room, QuarterTurn.mostOpen(alpha, beta, plane).quarters())) {
      Rectangle2D bar =
          new Rectangle2D.Double(
              area.getMaxX() - RIGHT + 50, area.getY() + 70, 18, area.getHeight() - 190);
      new ColourBar(plane.fieldName(), plane.scale()).paint(canvas, bar, plane.map()::at);
    }
  }

  /**
   * Box and surface without the colour bar.
   *
   * @param quarters from which corner, as in {@link QuarterTurn}
   * @return whether there was something to show
   */
  boolean paintSurface(Canvas canvas, Rectangle2D room, int quarters) {
    Projection projection = new Projection(room);
    QuarterTurn turn = new QuarterTurn(alpha, beta, quarters);
    new SurfaceBox(canvas, projection, turn, plane.scale().axis(plane.fieldName())).paint();
    List<Cell> cells = cells(turn);
    if (cells.isEmpty()) {
      canvas.text(
          "no cell with four finite corners to show",
          Style.LABEL,
          Style.MUTED,
          room.getCenterX(),
          room.getCenterY(),
          Canvas.Align.CENTRE);
      return false;
    }
    for (Cell cell : cells) {
      paint(cell, canvas, projection);
    }
    return true;
  }

  private List<Cell> cells(QuarterTurn turn) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i + 1 < plane.field().rows(); i++) {
      for (int j = 0; j + 1 < plane.field().columns(); j++) {
        Cell cell =
            new Cell(
                i,
                j,
                corner(turn, i, j),
                corner(turn, i + 1, j),
                corner(turn, i + 1, j + 1),
                corner(turn, i, j + 1));
        if (!Double.isNaN(cell.height())) {
          cells.add(cell);
        }
      }
    }
    cells.sort(Comparator.comparingDouble(Cell::distance).reversed());
    return cells;
  }

  private double[] corner(QuarterTurn turn, int i, int j) {
    double a = plane.alpha().get(i);
    double b = plane.beta().get(j);
    boolean even = turn.quarters() % 2 == 0;
    return new double[] {
      turn.placeOnFirst(even ? a : b),
      turn.placeOnSecond(even ? b : a),
      plane.scale().fraction(plane.field().get(i, j))
    };
  }

  private void paint(Cell cell, Canvas canvas, Projection projection) {
    Point2D[] points = new Point2D[4];
    double centreX = 0;
    double centreY = 0;
    for (int k = 0; k < 4; k++) {
      double[] corner = cell.corner(k);
      points[k] = projection.at(corner[0], corner[1], corner[2]);
      centreX += points[k].getX() / 4;
      centreY += points[k].getY() / 4;
    }
    Path2D path = new Path2D.Double();
    for (int k = 0; k < 4; k++) {
      // Slightly larger than the cell, so that smoothed edges leave no seams.
      double reach = Math.max(1e-9, points[k].distance(centreX, centreY));
      double grown = 1 + OVERLAP / reach;
      double x = centreX + grown * (points[k].getX() - centreX);
      double y = centreY + grown * (points[k].getY() - centreY);
      if (k == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    canvas.fill(path, shaded(plane.map().at(cell.height()), cell.brightness()));
    mesh(cell, points, canvas);
  }

  private void mesh(Cell cell, Point2D[] points, Canvas canvas) {
    if (cell.i() % every(plane.field().rows()) == 0) {
      line(points[0], points[3], canvas);
    }
    if (cell.j() % every(plane.field().columns()) == 0) {
      line(points[0], points[1], canvas);
    }
  }

  private static int every(int lines) {
    return Math.max(1, (lines + MESH_LINES - 1) / MESH_LINES);
  }

  private static void line(Point2D from, Point2D to, Canvas canvas) {
    canvas.line(from.getX(), from.getY(), to.getX(), to.getY(), MESH, MESH_STROKE);
  }

  private static Color shaded(Color color, double brightness) {
    return new Color(
        (int) Math.round(color.getRed() * brightness),
        (int) Math.round(color.getGreen() * brightness),
        (int) Math.round(color.getBlue() * brightness));
  }

  private static double[] normalised(double x, double y, double z) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / length, y / length, z / length};
  }

  /** Four corners in the coordinates of the box, in turning order. */
  @SuppressWarnings("ArrayRecordComponent") // read-only, made once, never compared
  private record Cell(int i, int j, double[] a, double[] b, double[] c, double[] d) {
    double[] corner(int k) {
      return switch (k) {
        case 0 -> a;
        case 1 -> b;
        case 2 -> c;
        default -> d;
      };
    }

    double height() {
      return (a[2] + b[2] + c[2] + d[2]) / 4;
    }

    double distance() {
      return Projection.distance((a[0] + c[0]) / 2, (a[1] + c[1]) / 2);
    }

    /** Lambert's law with some light from everywhere. */
    double brightness() {
      double[] normal = upwardNormal();
      double facing = normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2];
      return 0.66 + 0.34 * Math.max(0, facing);
    }

    /** Perpendicular to both diagonals. */
    private double[] upwardNormal() {
      double[] p = {c[0] - a[0], c[1] - a[1], c[2] - a[2]};
      double[] q = {d[0] - b[0], d[1] - b[1], d[2] - b[2]};
      double x = p[1] * q[2] - p[2] * q[1];
      double y = p[2] * q[0] - p[0] * q[2];
      double z = p[0] * q[1] - p[1] * q[0];
      return z < 0 ? normalised(-x, -y, -z) : normalised(x, y, z);
    }
  }
}
