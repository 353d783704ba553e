package org.thalweg.app.request;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Loss and accuracy on a plane through a model.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param plane its two directions
 * @param scaling of both directions
 * @param range step lengths, the same along both; empty: −1 to 1, or around the three models that a
 *     plane leads through
 * @param points along each side, 2 to 2,000; points × points evaluations in all
 * @param reading what else is made of the plane
 */
public record SurfaceRequest(
    ProbeScope scope,
    PlaneChoice plane,
    LineScaling scaling,
    Optional<AxisRange> range,
    int points,
    Reading reading)
    implements ProbeRequest {
  public static final int DEFAULT_POINTS = 31;
  public static final int DEFAULT_CONVEXITY_POINTS = 11;
  private static final int MOST_POINTS = 2_000;

  public SurfaceRequest {
    Checks.between("--points", 2, MOST_POINTS, points);
    if (reading.oblique() && !(plane instanceof PlaneChoice.Through)) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("--oblique only with --plane through:MODEL,MODEL")
          .found("a plane of another kind")
          .next("leave out --oblique");
    }
  }

  /**
   * What is made of a plane besides its losses.
   *
   * @param convexity points along each side of a map of the Hessian's extreme eigenvalues; empty:
   *     no map
   * @param adaptive interpolation error, as a share of the range of the losses, up to which points
   *     are left out; empty: every point is computed
   * @param basins whether the basins of the surface are found
   * @param oblique whether a plane through three models keeps their differences as directions
   *     instead of orthogonal ones
   */
  public record Reading(
      OptionalInt convexity, OptionalDouble adaptive, boolean basins, boolean oblique) {
    public static final Reading PLAIN =
        new Reading(OptionalInt.empty(), OptionalDouble.empty(), false, false);

    public Reading {
      convexity.ifPresent(points -> Checks.between("--convexity", 2, 200, points));
      adaptive.ifPresent(
          share ->
              Checks.require(
                  share > 0 && share < 1,
                  "--adaptive",
                  "a share of the range between 0 and 1, e.g. 0.01",
                  Double.toString(share)));
      if (adaptive.isPresent() && basins) {
        throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
            .expected("--basins on a surface that is computed at every point")
            .found("--basins with --adaptive, which interpolates")
            .next("leave out one of the two");
      }
    }
  }

  /** A surface and nothing else. */
  public SurfaceRequest(
      ProbeScope scope,
      PlaneChoice plane,
      NormalizationChoice normalization,
      AxisRange range,
      int points) {
    this(
        scope,
        plane,
        new LineScaling(normalization, BiasChoice.AUTO),
        Optional.of(range),
        points,
        Reading.PLAIN);
  }

  /** A surface with every default. */
  public static SurfaceRequest of(ProbeScope scope) {
    return new SurfaceRequest(
        scope,
        PlaneChoice.DEFAULT,
        LineScaling.DEFAULT,
        Optional.empty(),
        DEFAULT_POINTS,
        Reading.PLAIN);
  }
}
