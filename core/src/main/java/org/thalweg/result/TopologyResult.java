package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;

/**
 * The valleys of a surface, in a tree: 0-dimensional persistence of its sublevel sets.
 *
 * @param directions how the two directions of the plane arose
 * @param alpha the steps along the first direction
 * @param beta the steps along the second direction
 * @param loss the surface
 * @param neighbours which grid points touch: 4 (along the axes) or 8 (diagonals too)
 * @param basins the deepest first, then by falling persistence; a basin's {@code parent} is its
 *     number here
 */
public record TopologyResult(
    List<String> directions,
    Values alpha,
    Values beta,
    Grid loss,
    int neighbours,
    List<Basin> basins,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  /** Below this share of the range of losses, a valley is rather the grid's than the loss's. */
  public static final double NOTABLE = 0.01;

  private static final int MOST_ROWS = 6;

  public TopologyResult {
    directions = List.copyOf(directions);
    basins = List.copyOf(basins);
  }

  @Override
  public String probe() {
    return "topology";
  }

  /** How many valleys are at least as persistent as a threshold, in units of the loss. */
  public int basinsAbove(double threshold) {
    return (int) basins.stream().filter(basin -> basin.persistence() >= threshold).count();
  }

  /** max − min of the finite losses; NaN if there are none. */
  public double range() {
    int highest = loss.values().indexOfHighest();
    return highest < 0
        ? Double.NaN
        : loss.values().get(highest) - loss.values().get(loss.values().indexOfLowest());
  }

  /**
   * The lowest height over which a path leads from the bottom of one basin to that of another, by
   * their numbers; infinite if missing points lie between them everywhere.
   */
  public double pass(int first, int second) {
    int a = first;
    int b = second;
    double height = Math.max(basins.get(a).minimum(), basins.get(b).minimum());
    while (a != b) {
      boolean climbFirst = basins.get(a).saddle() <= basins.get(b).saddle();
      Basin lower = basins.get(climbFirst ? a : b);
      height = Math.max(height, lower.saddle());
      if (lower.parent() < 0) {
        return Double.POSITIVE_INFINITY;
      }
      if (climbFirst) {
        a = lower.parent();
      } else {
        b = lower.parent();
      }
    }
    return height;
  }

  /**
   * {@code pass(first, second)} above the bottom of the first basin: what one climbs on the way.
   */
  public double barrier(int first, int second) {
    return pass(first, second) - basins.get(first).minimum();
  }

  @Override
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    all.add(
        Measurement.exact(
            "basins of persistence above 1 % of the range",
            basinsAbove(NOTABLE * range()), outcome));
    all.add(Measurement.exact("basins in all", basins.size(), outcome));
    if (basins.size() > 1) {
      all.add(
          new Measurement(
              "barrier from the deepest basin to the most persistent other",
              barrier(0, 1),
              Double.NaN,
              "",
              outcome));
    }
    for (int k = 1; k < Math.min(basins.size(), MOST_ROWS); k++) {
      Basin basin = basins.get(k);
      all.add(
          new Measurement(
              "persistence of basin " + (k + 1) + (basin.onBorder() ? " (on the border)" : ""),
              basin.persistence(),
              basin.persistenceStandardError(),
              "standard error over samples, taken as independent",
              outcome));
    }
    return all;
  }
}
