package org.thalweg.app.study;

import java.util.OptionalInt;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.SurfaceRequest;

/** Options of {@code thalweg surface}. */
final class SurfaceReader implements ProbeReader {
  @Override
  public SurfaceRequest read(ProbeScope scope, PlannedOptions options) {
    PlaneChoice plane = PlaneChoice.parse(options.text("plane", "random"));
    LineReader.requireNoOtherModel(options, "plane", leadsElsewhere(plane));
    return new SurfaceRequest(
        scope,
        plane,
        LineReader.scaling(options),
        LineReader.range(options),
        options.integer("points", SurfaceRequest.DEFAULT_POINTS),
        new SurfaceRequest.Reading(
            convexity(options),
            options.number("adaptive"),
            options.flag("basins", false),
            options.flag("oblique", false)));
  }

  private static boolean leadsElsewhere(PlaneChoice plane) {
    return plane instanceof PlaneChoice.Through
        || (plane instanceof PlaneChoice.Spanned two
            && (two.first() instanceof DirectionChoice.Towards
                || two.second() instanceof DirectionChoice.Towards));
  }

  /** A number of points, or {@code true} for the usual number. */
  private static OptionalInt convexity(PlannedOptions options) {
    return switch (options.text("convexity", "false")) {
      case "false" -> OptionalInt.empty();
      case "true" -> OptionalInt.of(SurfaceRequest.DEFAULT_CONVEXITY_POINTS);
      default -> options.integer("convexity");
    };
  }
}
