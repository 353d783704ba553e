package org.thalweg.direction;

/**
 * The plane through three points A, B and C of parameter space, e.g. three networks; A is its
 * origin and has the coordinates (0, 0).
 *
 * <p>{@link #orthogonal}: d₁ = B − A, and d₂ is the part of C − A orthogonal to d₁, scaled to the
 * length of d₁, so that B is at (1, 0), one unit is ‖B − A‖ along both axes and pictures are true
 * to shape. This is the plane of Garipov, Izmailov, Podoprikhin, Vetrov, Wilson (2018) in units of
 * ‖B − A‖. {@link #oblique}: d₁ = B − A and d₂ = C − A as they are, so that C is at (0, 1); angles
 * and distances are then not those of the plane.
 *
 * <p>Misleads: between networks trained from different seeds the plane depends on the arbitrary
 * order of their neurons.
 *
 * @param plane the two directions
 * @param thirdAlpha the first coordinate of C
 * @param thirdBeta the second coordinate of C
 */
public record ThreePointPlane(Plane plane, double thirdAlpha, double thirdBeta) {
  /**
   * With orthogonal directions of equal length.
   *
   * @param toSecond B − A
   * @param toThird C − A; not parallel to the other
   */
  public static ThreePointPlane orthogonal(Direction toSecond, Direction toThird) {
    Plane raw = new Plane(toSecond, toThird).orthogonalized();
    double length = toSecond.norm();
    Plane plane = raw.withSecondOfLength(length);
    return new ThreePointPlane(
        plane,
        toThird.dot(toSecond) / (length * length),
        toThird.dot(plane.second()) / (length * length));
  }

  /** With the differences themselves as directions. */
  public static ThreePointPlane oblique(Direction toSecond, Direction toThird) {
    return new ThreePointPlane(new Plane(toSecond, toThird), 0, 1);
  }
}
