package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.direction.Direction;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.ProgressListener;
import org.thalweg.probe.slice.Axis;
import org.thalweg.probe.slice.SliceBandProbe;
import org.thalweg.probe.slice.SliceProbe;

/** Loss and accuracy along a line through a model, resumable point by point. */
public final class SliceUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(SliceRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      return ReportFiles.after(measure(session, request), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, SliceRequest request) {
    Directions directions = new Directions(session, request.scaling());
    AxisRange range = request.range();
    Axis axis = new Axis(range.from(), range.to(), request.points());
    if (request.directions() > 1) {
      return band(session, request, directions, axis);
    }
    Direction direction = directions.line(request.direction());
    SliceProbe probe = new SliceProbe(direction, axis);
    return ResumableGrid.run(
        session,
        session.provenance(
            "slice", specific(session, directions, request), Map.of("direction", session.seed())),
        ledger -> probe.run(session.objective(), new LocalEvaluator(), ledger, session.options()));
  }

  private static Measured band(
      ProbeSession session, SliceRequest request, Directions directions, Axis axis) {
    SliceBandProbe probe =
        new SliceBandProbe(
            request.directions(), directions::random, directions.band(request.directions()), axis);
    Map<String, Object> specific = specific(session, directions, request);
    specific.put("count", request.directions());
    return ResumableGrid.run(
        session,
        session.provenance("slice-band", specific, Map.of("direction", session.seed())),
        ledger -> probe.run(session.objective(), new LocalEvaluator(), ledger, session.options()));
  }

  private static Map<String, Object> specific(
      ProbeSession session, Directions directions, SliceRequest request) {
    Map<String, Object> specific = new LinkedHashMap<>(directions.facts());
    specific.put("evaluation", session.objective().strategy(1));
    specific.put("from", request.range().from());
    specific.put("to", request.range().to());
    specific.put("points", request.points());
    return specific;
  }
}
