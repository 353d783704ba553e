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
import org.thalweg.probe.slice.SliceProbe;
import org.thalweg.provenance.Provenance;

/** Loss and accuracy along a line through a model, resumable point by point. */
public final class SliceUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(SliceRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      return ReportFiles.after(measure(session, request), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, SliceRequest request) {
    Directions directions = new Directions(session, request.normalization());
    Direction direction = directions.line(request.direction());
    AxisRange range = request.range();
    SliceProbe probe =
        new SliceProbe(direction, new Axis(range.from(), range.to(), request.points()));
    Map<String, Object> specific = new LinkedHashMap<>(directions.facts());
    specific.put("from", range.from());
    specific.put("to", range.to());
    specific.put("points", request.points());
    Provenance provenance =
        session.provenance("slice", specific, Map.of("direction", session.seed()));
    return ResumableGrid.run(
        session,
        provenance,
        ledger -> probe.run(session.objective(), new LocalEvaluator(), ledger, session.options()));
  }
}
