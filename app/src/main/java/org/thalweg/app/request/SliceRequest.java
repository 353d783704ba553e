package org.thalweg.app.request;

/**
 * Loss and accuracy along a line through a model.
 *
 * @param model the centre
 * @param direction of the line
 * @param normalization of the direction
 * @param range step lengths
 * @param points number of them, 2 to 100,000; an odd number includes the middle
 * @param sampling over which samples
 * @param execution seed, workers, precision
 * @param destination where the result goes
 */
public record SliceRequest(
    ModelReference model,
    DirectionChoice direction,
    NormalizationChoice normalization,
    AxisRange range,
    int points,
    Sampling sampling,
    Execution execution,
    Destination destination) {
  public static final int DEFAULT_POINTS = 51;
  private static final int MOST_POINTS = 100_000;

  public SliceRequest {
    Checks.between("--points", 2, MOST_POINTS, points);
  }

  /** A slice with every default. */
  public static SliceRequest of(ModelReference model) {
    return new SliceRequest(
        model,
        DirectionChoice.DEFAULT,
        NormalizationChoice.FILTER,
        AxisRange.DEFAULT,
        DEFAULT_POINTS,
        Sampling.DEFAULT,
        Execution.DEFAULT,
        Destination.DEFAULT);
  }
}
