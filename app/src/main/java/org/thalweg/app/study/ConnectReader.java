package org.thalweg.app.study;

import java.util.OptionalInt;
import org.thalweg.app.request.AlignmentChoice;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ProbeScope;

/** Options of {@code thalweg connect}; the other model is the next trial of the cell. */
final class ConnectReader implements ProbeReader {
  private final ModelReference other;

  ConnectReader(ModelReference other) {
    this.other = other;
  }

  @Override
  public ConnectRequest read(ProbeScope scope, PlannedOptions options) {
    return new ConnectRequest(
        scope,
        other,
        CurveReader.read(options),
        options.choice("align", AlignmentChoice.class, AlignmentChoice.NONE),
        options.integer("points", ConnectRequest.DEFAULT_POINTS),
        plane(options));
  }

  private static OptionalInt plane(PlannedOptions options) {
    OptionalInt points = options.integer("plane-points");
    boolean wanted = options.flag("plane", points.isPresent());
    return wanted
        ? OptionalInt.of(points.orElse(ConnectRequest.DEFAULT_PLANE_POINTS))
        : OptionalInt.empty();
  }
}
