package org.thalweg.app.request;

/**
 * Loss and accuracy on a plane through a model.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param plane its two directions
 * @param normalization of both directions
 * @param range step lengths, the same along both
 * @param points along each side, 2 to 2,000; points × points evaluations in all
 */
public record SurfaceRequest(
    ProbeScope scope,
    PlaneChoice plane,
    NormalizationChoice normalization,
    AxisRange range,
    int points) {
  public static final int DEFAULT_POINTS = 31;
  private static final int MOST_POINTS = 2_000;

  public SurfaceRequest {
    Checks.between("--points", 2, MOST_POINTS, points);
  }

  /** A surface with every default. */
  public static SurfaceRequest of(ProbeScope scope) {
    return new SurfaceRequest(
        scope, PlaneChoice.DEFAULT, NormalizationChoice.FILTER, AxisRange.DEFAULT, DEFAULT_POINTS);
  }
}
