package org.thalweg.linalg;

import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The points origin + Σ cₖ·directionₖ: a line with one direction, a plane with two. It owns none of
 * its vectors.
 */
public record AffineSubspace(Vector origin, List<Vector> directions) {
  public AffineSubspace {
    directions = List.copyOf(directions);
  }

  /** target ← origin + Σ cₖ·directionₖ, always in this order, so that a point has one value. */
  public void point(double[] coefficients, Vector target) {
    if (coefficients.length != directions.size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(directions.size() + " coefficients, one for each direction")
          .found(coefficients.length + " coefficients")
          .next("give one coefficient for each direction");
    }
    target.set(origin);
    for (int k = 0; k < coefficients.length; k++) {
      if (coefficients[k] != 0) {
        target.axpy(coefficients[k], directions.get(k));
      }
    }
  }
}
