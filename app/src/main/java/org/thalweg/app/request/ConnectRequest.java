package org.thalweg.app.request;

import java.util.OptionalInt;

/**
 * A path from one network to another of the same architecture, and the loss along it.
 *
 * @param scope the first network A, over which samples, how, and where the results go
 * @param other the second network B
 * @param curve the kind of path
 * @param alignment what is done to B first
 * @param points measured along the path, 2 to 10,000, both ends included
 * @param plane points along each side of the plane through A, a bend and B; empty for no plane
 */
public record ConnectRequest(
    ProbeScope scope,
    ModelReference other,
    CurveChoice curve,
    AlignmentChoice alignment,
    int points,
    OptionalInt plane)
    implements ProbeRequest {
  public static final int DEFAULT_POINTS = 25;
  public static final int DEFAULT_PLANE_POINTS = 21;

  public ConnectRequest {
    Checks.between("--points", 2, 10_000, points);
    plane.ifPresent(count -> Checks.between("--plane-points", 2, 2_000, count));
    Checks.require(
        plane.isEmpty() || !(curve instanceof CurveChoice.Linear),
        "--plane",
        "only with a curve that has a bend, e.g. --curve bezier",
        "--curve linear");
  }

  /** The straight line, with every default. */
  public static ConnectRequest of(ProbeScope scope, ModelReference other) {
    return new ConnectRequest(
        scope,
        other,
        CurveChoice.DEFAULT,
        AlignmentChoice.NONE,
        DEFAULT_POINTS,
        OptionalInt.empty());
  }
}
