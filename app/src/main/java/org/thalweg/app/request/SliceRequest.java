package org.thalweg.app.request;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Loss and accuracy along a line through a model, or along many.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param direction of the line
 * @param scaling of the direction
 * @param range step lengths
 * @param points number of them, 2 to 100,000; an odd number includes the middle
 * @param directions how many random directions, 1 to 10,000; only random ones can be many
 */
public record SliceRequest(
    ProbeScope scope,
    DirectionChoice direction,
    LineScaling scaling,
    AxisRange range,
    int points,
    int directions)
    implements ProbeRequest {
  public static final int DEFAULT_POINTS = 51;
  private static final int MOST_POINTS = 100_000;
  private static final int MOST_DIRECTIONS = 10_000;

  public SliceRequest {
    Checks.between("--points", 2, MOST_POINTS, points);
    Checks.between("--directions", 1, MOST_DIRECTIONS, directions);
    if (directions > 1 && !(direction instanceof DirectionChoice.Random)) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("--directions above 1 with --direction random only")
          .found(directions + " directions of another kind")
          .next("leave out --directions, or take random directions");
    }
  }

  /** One line. */
  public SliceRequest(
      ProbeScope scope,
      DirectionChoice direction,
      NormalizationChoice normalization,
      AxisRange range,
      int points) {
    this(scope, direction, new LineScaling(normalization, BiasChoice.AUTO), range, points, 1);
  }

  /** A slice with every default. */
  public static SliceRequest of(ProbeScope scope) {
    return new SliceRequest(
        scope, DirectionChoice.DEFAULT, LineScaling.DEFAULT, AxisRange.DEFAULT, DEFAULT_POINTS, 1);
  }
}
