package org.thalweg.result;

import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The loss over the plane through both ends of a path and one of its bends, and the path as seen in
 * it.
 *
 * <p>The axes are orthonormal, so distances on the plane are distances in parameter space: A is at
 * (0, 0), α runs along B − A, and β along what the bend adds to it.
 *
 * <p>Misleads: a path with several bends leaves the plane; where it is far off, the surface under
 * it is not the loss that it meets.
 *
 * @param surface loss and accuracy over (α, β); what it cost is counted with the path
 * @param points the plane's three points A, bend, B, each (α, β)
 * @param curveAlpha α of the path's points
 * @param curveBeta β of the path's points
 * @param offPlane distance of each point of the path from the plane
 */
public record PathPlane(
    SurfaceResult surface,
    List<Values> points,
    Values curveAlpha,
    Values curveBeta,
    Values offPlane) {
  public PathPlane {
    points = List.copyOf(points);
    if (curveAlpha.size() != curveBeta.size() || curveAlpha.size() != offPlane.size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("as many values of α, β and distance as the path has points")
          .found(curveAlpha.size() + ", " + curveBeta.size() + " and " + offPlane.size())
          .next("give all three for each point of the path");
    }
  }
}
