package org.thalweg.probe.trajectory;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * What {@link TrajectoryProbe} measures.
 *
 * @param decomposition which differences of snapshots are decomposed
 * @param components most principal components to give coordinates for; memory for each
 * @param points along the first component, and along each side of the plane
 * @param margin by how much of the path's extent a range goes beyond it on either side
 */
public record TrajectoryOptions(
    Decomposition decomposition, int components, int points, double margin) {
  private static final int MOST_POINTS = 2_000;

  public TrajectoryOptions {
    if (components < 1) {
      throw refused("at least 1 component", components + "");
    }
    if (points < 2 || points > MOST_POINTS) {
      throw refused("2 to " + MOST_POINTS + " points", points + "");
    }
    if (!(margin > 0) || !Double.isFinite(margin)) {
      throw refused("a margin above 0", margin + "");
    }
  }

  /** All snapshots centred, five components, 31 points, a margin of 15 %. */
  public static TrajectoryOptions defaults() {
    return new TrajectoryOptions(Decomposition.CENTRED, 5, 31, 0.15);
  }

  public TrajectoryOptions withComponents(int value) {
    return new TrajectoryOptions(decomposition, value, points, margin);
  }

  public TrajectoryOptions withPoints(int value) {
    return new TrajectoryOptions(decomposition, components, value, margin);
  }

  public TrajectoryOptions withDecomposition(Decomposition value) {
    return new TrajectoryOptions(value, components, points, margin);
  }

  private static ThalwegException refused(String expected, String found) {
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected(expected)
        .found(found)
        .next("change the options of the trajectory");
  }
}
