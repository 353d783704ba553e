package org.thalweg.result;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Where the snapshots lie in the directions of a plane, and how far off it they are.
 *
 * @param origin the point through which the plane goes, in words
 * @param coordinates (t, k) is the coordinate of snapshot t along direction k, in units of that
 *     direction
 * @param plane how many of the directions, the first ones, span the plane
 * @param offPlane ‖θ_t − its projection on the plane‖₂; a picture that hides it shows a path where
 *     none is
 */
public record PathProjection(String origin, Grid coordinates, int plane, Values offPlane) {
  public PathProjection {
    if (coordinates.rows() != offPlane.size() || plane > coordinates.columns()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("one distance for each of " + coordinates.rows() + " snapshots")
          .found(offPlane.size() + " distances, " + plane + " directions of the plane")
          .next("give one coordinate for each direction and one distance for each snapshot");
    }
  }

  public int size() {
    return offPlane.size();
  }

  /** Coordinates along direction {@code k}. */
  public Values along(int k) {
    double[] values = new double[coordinates.rows()];
    for (int t = 0; t < values.length; t++) {
      values[t] = coordinates.get(t, k);
    }
    return Values.of(values);
  }
}
