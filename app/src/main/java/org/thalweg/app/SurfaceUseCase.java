package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.List;
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
    try (ProbeSession session =
        ProbeSession.open(
            request.model(),
            request.sampling(),
            request.execution(),
            request.destination(),
            progress,
            cancellation)) {
      Measured measured = measure(session, request);
      ReportFiles.write(session.run().folder());
      return measured;
    }
  }

  static Measured measure(ProbeSession session, SurfaceRequest request) {
    Plane plane = new Directions(session, request.normalization()).plane(request.plane());
    AxisRange range = request.range();
    Axis axis = new Axis(range.from(), range.to(), request.points());
    SurfaceProbe probe = new SurfaceProbe(plane, axis, axis);
    Map<String, Object> specific = new LinkedHashMap<>();
    specific.put(
        "directions",
        List.of(plane.first().description().text(), plane.second().description().text()));
    specific.put("from", range.from());
    specific.put("to", range.to());
    specific.put("points", request.points());
    Provenance provenance =
        session.provenance("surface", specific, Map.of("direction", session.execution().seed()));
    return ResumableGrid.run(
        session,
        provenance,
        ledger -> probe.run(session.objective(), new LocalEvaluator(), ledger, session.options()));
  }
}
