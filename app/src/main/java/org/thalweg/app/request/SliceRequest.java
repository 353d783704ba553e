package org.thalweg.app.request;

/**
 * Loss and accuracy along a line through a model.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param direction of the line
 * @param normalization of the direction
 * @param range step lengths
 * @param points number of them, 2 to 100,000; an odd number includes the middle
 */
public record SliceRequest(
    ProbeScope scope,
    DirectionChoice direction,
    NormalizationChoice normalization,
    AxisRange range,
    int points) {
  public static final int DEFAULT_POINTS = 51;
  private static final int MOST_POINTS = 100_000;

  public SliceRequest {
    Checks.between("--points", 2, MOST_POINTS, points);
  }

  /** A slice with every default. */
  public static SliceRequest of(ProbeScope scope) {
    return new SliceRequest(
        scope,
        DirectionChoice.DEFAULT,
        NormalizationChoice.FILTER,
        AxisRange.DEFAULT,
        DEFAULT_POINTS);
  }
}
