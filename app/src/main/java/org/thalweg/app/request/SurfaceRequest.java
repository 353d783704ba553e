package org.thalweg.app.request;

/**
 * Loss and accuracy on a plane through a model.
 *
 * @param model the centre
 * @param plane its two directions
 * @param normalization of both directions
 * @param range step lengths, the same along both
 * @param points along each side, 2 to 2,000; points × points evaluations in all
 * @param sampling over which samples
 * @param execution seed, workers, precision
 * @param destination where the result goes
 */
public record SurfaceRequest(
    ModelReference model,
    PlaneChoice plane,
    NormalizationChoice normalization,
    AxisRange range,
    int points,
    Sampling sampling,
    Execution execution,
    Destination destination) {
  public static final int DEFAULT_POINTS = 31;
  private static final int MOST_POINTS = 2_000;

  public SurfaceRequest {
    Checks.between("--points", 2, MOST_POINTS, points);
  }

  /** A surface with every default. */
  public static SurfaceRequest of(ModelReference model) {
    return new SurfaceRequest(
        model,
        PlaneChoice.DEFAULT,
        NormalizationChoice.FILTER,
        AxisRange.DEFAULT,
        DEFAULT_POINTS,
        Sampling.DEFAULT,
        Execution.DEFAULT,
        Destination.DEFAULT);
  }
}
