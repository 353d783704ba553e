package org.thalweg.figure;

import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Level sets of a field on a grid, interpolated linearly along the edges of its cells.
 *
 * <p>In a cell whose diagonal corners lie on the same side of the level (a saddle), the mean of the
 * four corners decides which pair is joined; lines and areas decide alike. A cell with a missing
 * (NaN) corner has no line and no area. Source: Lorensen and Cline (1987), in two dimensions.
 */
final class MarchingSquares {
  private final double[][] field;
  private final int rows;
  private final int columns;

  /**
   * @param field {@code field[i][j]} at grid point (i, j); a rectangle, read and never changed
   */
  MarchingSquares(double[][] field) {
    this.field = field;
    this.rows = field.length;
    this.columns = rows == 0 ? 0 : field[0].length;
  }

  /** The lines on which the field equals {@code level}; closed loops where they do not end. */
  List<ContourLine> lines(double level) {
    Map<Long, Crossing> crossings = new LinkedHashMap<>();
    for (int i = 0; i + 1 < rows; i++) {
      for (int j = 0; j + 1 < columns; j++) {
        addSegments(i, j, level, crossings);
      }
    }
    List<ContourLine> lines = new ArrayList<>();
    for (Crossing start : crossings.values()) {
      if (start.neighbours.size() == 1 && !start.visited) {
        lines.add(follow(start, false));
      }
    }
    for (Crossing start : crossings.values()) {
      if (!start.visited) {
        lines.add(follow(start, true));
      }
    }
    return lines;
  }

  /** The area in which the field is at least {@code level}, as one path of cell polygons. */
  Path2D areaAbove(double level) {
    Path2D area = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i + 1 < rows; i++) {
      int whole = 0;
      for (int j = 0; j + 1 < columns; j++) {
        SquareCell cell = cell(i, j, level);
        if (cell.isWholeAbove()) {
          whole++;
        } else {
          appendRun(area, i, j - whole, j);
          whole = 0;
          cell.polygonsAbove().forEach(polygon -> append(area, polygon));
        }
      }
      appendRun(area, i, columns - 1 - whole, columns - 1);
    }
    return area;
  }

  private SquareCell cell(int i, int j, double level) {
    return new SquareCell(
        i, j, field[i][j], field[i + 1][j], field[i + 1][j + 1], field[i][j + 1], level);
  }

  private void addSegments(int i, int j, double level, Map<Long, Crossing> crossings) {
    SquareCell cell = cell(i, j, level);
    for (int[] segment : cell.segments()) {
      Crossing from = crossing(cell, segment[0], crossings);
      Crossing to = crossing(cell, segment[1], crossings);
      from.neighbours.add(to);
      to.neighbours.add(from);
    }
  }

  /** The crossing on an edge is shared by the two cells that meet there. */
  private Crossing crossing(SquareCell cell, int edge, Map<Long, Crossing> crossings) {
    int i = cell.i() + (edge == 1 ? 1 : 0);
    int j = cell.j() + (edge == 2 ? 1 : 0);
    boolean acrossEdge = edge % 2 == 1;
    long key = 2L * ((long) i * columns + j) + (acrossEdge ? 1 : 0);
    return crossings.computeIfAbsent(key, unused -> new Crossing(cell.crossing(edge)));
  }

  private static ContourLine follow(Crossing start, boolean closed) {
    Deque<Crossing> path = new ArrayDeque<>();
    Crossing current = start;
    while (true) {
      current.visited = true;
      path.add(current);
      Crossing next = null;
      for (Crossing neighbour : current.neighbours) {
        if (!neighbour.visited) {
          next = neighbour;
          break;
        }
      }
      if (next == null) {
        break;
      }
      current = next;
    }
    double[] along = path.stream().mapToDouble(crossing -> crossing.point[0]).toArray();
    double[] across = path.stream().mapToDouble(crossing -> crossing.point[1]).toArray();
    return new ContourLine(along, across, closed);
  }

  /** Neighbours that lie above as a whole are one rectangle: it keeps files small. */
  private static void appendRun(Path2D area, int i, int from, int to) {
    if (to > from) {
      append(
          area,
          List.of(
              new double[] {i, from},
              new double[] {i + 1.0, from},
              new double[] {i + 1.0, to},
              new double[] {i, to}));
    }
  }

  private static void append(Path2D area, List<double[]> polygon) {
    for (int k = 0; k < polygon.size(); k++) {
      double[] point = polygon.get(k);
      if (k == 0) {
        area.moveTo(point[0], point[1]);
      } else {
        area.lineTo(point[0], point[1]);
      }
    }
    area.closePath();
  }

  private static final class Crossing {
    private final double[] point;
    private final List<Crossing> neighbours = new ArrayList<>(2);
    private boolean visited;

    Crossing(double[] point) {
      this.point = point;
    }
  }
}
