package org.thalweg.result;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much of a plane lies below a level, counted in grid points.
 *
 * @param level the level
 * @param share grid points with L ≤ level, divided by all points of the grid, missing ones included
 * @param connectedShare those among them that are reached from the point nearest to (0, 0) without
 *     rising above the level, step by step along the axes: the basin of θ; 0 if that point is above
 * @param bounded whether that basin stays off the border of the grid
 */
public record SublevelArea(double level, double share, double connectedShare, boolean bounded) {
  /** Of {@code surface} at a level. */
  public static SublevelArea of(SurfaceResult surface, double level) {
    Grid loss = surface.loss();
    long below = loss.values().stream().filter(value -> value <= level).count();
    double all = loss.values().size();
    boolean[] reached = reached(loss, origin(surface), level);
    int count = 0;
    boolean bounded = true;
    for (int k = 0; k < reached.length; k++) {
      if (reached[k]) {
        count++;
        bounded &= !isBorder(loss, k);
      }
    }
    return new SublevelArea(level, below / all, count / all, bounded && count > 0);
  }

  /** Row-major number of the grid point nearest to (0, 0). */
  static int origin(SurfaceResult surface) {
    return nearest(surface.alpha()) * surface.beta().size() + nearest(surface.beta());
  }

  /** The points connected with a start below a level, by steps along the axes. */
  static boolean[] reached(Grid loss, int start, double level) {
    boolean[] reached = new boolean[loss.values().size()];
    Deque<Integer> waiting = new ArrayDeque<>();
    if (reached.length > 0 && loss.values().get(start) <= level) {
      reached[start] = true;
      waiting.add(start);
    }
    while (!waiting.isEmpty()) {
      int k = waiting.remove();
      int row = k / loss.columns();
      int column = k % loss.columns();
      int[][] neighbours = {
        {row - 1, column}, {row + 1, column}, {row, column - 1}, {row, column + 1}
      };
      for (int[] next : neighbours) {
        boolean inside =
            0 <= next[0] && next[0] < loss.rows() && 0 <= next[1] && next[1] < loss.columns();
        if (inside
            && !reached[next[0] * loss.columns() + next[1]]
            && loss.get(next[0], next[1]) <= level) {
          reached[next[0] * loss.columns() + next[1]] = true;
          waiting.add(next[0] * loss.columns() + next[1]);
        }
      }
    }
    return reached;
  }

  static boolean isBorder(Grid loss, int k) {
    int row = k / loss.columns();
    int column = k % loss.columns();
    return row == 0 || column == 0 || row == loss.rows() - 1 || column == loss.columns() - 1;
  }

  private static int nearest(Values values) {
    int nearest = 0;
    for (int i = 1; i < values.size(); i++) {
      if (Math.abs(values.get(i)) < Math.abs(values.get(nearest))) {
        nearest = i;
      }
    }
    return nearest;
  }
}
