package org.thalweg.app.study;

import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.TrajectoryRequest;

/** Options of {@code thalweg trajectory}. */
final class TrajectoryReader implements ProbeReader {
  @Override
  public TrajectoryRequest read(ProbeScope scope, PlannedOptions options) {
    return new TrajectoryRequest(
        scope,
        options.integer("components", TrajectoryRequest.DEFAULT_COMPONENTS),
        options.integer("points", TrajectoryRequest.DEFAULT_POINTS),
        options.flag("curvature", !options.flag("no-curvature", false)),
        options.integer("every"));
  }
}
