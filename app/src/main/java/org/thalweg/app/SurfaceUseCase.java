package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.direction.Plane;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.ProgressListener;
import org.thalweg.probe.slice.Axis;
import org.thalweg.probe.slice.SurfaceProbe;
import org.thalweg.provenance.Provenance;

/** Loss and accuracy on a plane through a model, resumable point by point. */
public final class SurfaceUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(
      SurfaceRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      return ReportFiles.after(measure(session, request), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, SurfaceRequest request) {
    Directions directions = new Directions(session, request.normalization());
    Plane plane = directions.plane(request.plane());
    AxisRange range = request.range();
    Axis axis = new Axis(range.from(), range.to(), request.points());
    SurfaceProbe probe = new SurfaceProbe(plane, axis, axis);
    Map<String, Object> specific = new LinkedHashMap<>(directions.facts());
    specific.put("from", range.from());
    specific.put("to", range.to());
    specific.put("points", request.points());
    Provenance provenance =
        session.provenance("surface", specific, Map.of("direction", session.seed()));
    return ResumableGrid.run(
        session,
        provenance,
        ledger -> probe.run(session.objective(), new LocalEvaluator(), ledger, session.options()));
  }
}
