package org.thalweg.app.study;

import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.SliceRequest;

/** Options of {@code thalweg slice}. */
final class SliceReader implements ProbeReader {
  @Override
  public SliceRequest read(ProbeScope scope, PlannedOptions options) {
    DirectionChoice direction = DirectionChoice.parse(options.text("direction", "random"));
    LineReader.requireNoOtherModel(
        options, "direction", direction instanceof DirectionChoice.Towards);
    return new SliceRequest(
        scope,
        direction,
        LineReader.scaling(options),
        LineReader.range(options).orElse(AxisRange.DEFAULT),
        options.integer("points", SliceRequest.DEFAULT_POINTS),
        options.integer("directions", 1));
  }
}
