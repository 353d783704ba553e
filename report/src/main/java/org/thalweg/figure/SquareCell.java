package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * One cell of a grid cut by a level. Corners are numbered around the cell: 0 at (i, j), 1 at (i+1,
 * j), 2 at (i+1, j+1), 3 at (i, j+1); edge k joins corners k and k+1.
 */
record SquareCell(int i, int j, double v0, double v1, double v2, double v3, double level) {
  private static final int[][] OFFSETS = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

  /** Pairs of edges joined by a piece of the level set; empty where a corner is missing. */
  List<int[]> segments() {
    List<Integer> cut = new ArrayList<>(4);
    for (int edge = 0; edge < 4; edge++) {
      if (above(edge) != above(edge + 1)) {
        cut.add(edge);
      }
    }
    if (isMissing() || cut.isEmpty()) {
      return List.of();
    }
    if (cut.size() == 2) {
      return List.of(new int[] {cut.get(0), cut.get(1)});
    }
    // A saddle: a line cuts off either corners 0 and 2 or corners 1 and 3.
    return cutsOffEvenCorners()
        ? List.of(new int[] {3, 0}, new int[] {1, 2})
        : List.of(new int[] {0, 1}, new int[] {2, 3});
  }

  /** The parts of the cell in which the interpolated field is at least the level. */
  List<List<double[]>> polygonsAbove() {
    if (isMissing()) {
      return List.of();
    }
    if (isSaddle() && !centreIsAbove()) {
      int first = above(0) ? 0 : 1;
      return List.of(triangle(first), triangle(first + 2));
    }
    List<double[]> polygon = new ArrayList<>(6);
    for (int corner = 0; corner < 4; corner++) {
      if (above(corner)) {
        polygon.add(point(corner));
      }
      if (above(corner) != above(corner + 1)) {
        polygon.add(crossing(corner));
      }
    }
    return polygon.isEmpty() ? List.of() : List.of(polygon);
  }

  boolean isWholeAbove() {
    return !isMissing() && above(0) && above(1) && above(2) && above(3);
  }

  /** Where the level crosses an edge, in grid coordinates. */
  double[] crossing(int edge) {
    double[] from = point(edge);
    double[] to = point(edge + 1);
    double start = value(edge);
    double fraction = (level - start) / (value(edge + 1) - start);
    return new double[] {
      from[0] + fraction * (to[0] - from[0]), from[1] + fraction * (to[1] - from[1])
    };
  }

  private List<double[]> triangle(int corner) {
    return List.of(crossing(corner + 3), point(corner), crossing(corner));
  }

  private boolean isMissing() {
    return Double.isNaN(v0 + v1 + v2 + v3);
  }

  private boolean isSaddle() {
    return above(0) == above(2) && above(1) == above(3) && above(0) != above(1);
  }

  private boolean cutsOffEvenCorners() {
    return above(0) != centreIsAbove();
  }

  private boolean centreIsAbove() {
    return (v0 + v1 + v2 + v3) / 4 >= level;
  }

  private boolean above(int corner) {
    return value(corner) >= level;
  }

  private double value(int corner) {
    return switch (corner % 4) {
      case 0 -> v0;
      case 1 -> v1;
      case 2 -> v2;
      default -> v3;
    };
  }

  private double[] point(int corner) {
    int[] offset = OFFSETS[corner % 4];
    return new double[] {i + offset[0], j + offset[1]};
  }
}
