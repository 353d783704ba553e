package org.thalweg.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.direction.Plane;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.ProgressListener;
import org.thalweg.probe.slice.AdaptiveSurfaceProbe;
import org.thalweg.probe.slice.Axis;
import org.thalweg.probe.slice.ConvexityMapProbe;
import org.thalweg.probe.slice.SurfaceProbe;
import org.thalweg.probe.topology.SublevelPersistence;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Outcome;
import org.thalweg.result.PlanePoint;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TopologyResult;

/** Loss and accuracy on a plane through a model, resumable point by point, and what shows there. */
public final class SurfaceUseCase {
  /** How far beyond the models of a plane to look, as a share of their extent. */
  private static final double MARGIN = 0.3;

  /** Measures the surface, stores it and writes the report again. */
  public Measured run(
      SurfaceRequest request, ProgressListener progress, Cancellation cancellation) {
    return runAll(request, progress, cancellation).measured().get(0);
  }

  /** Measures the surface and everything else that was asked of its plane. */
  public Analysis runAll(
      SurfaceRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      List<Measured> measured = measureAll(session, request);
      boolean complete =
          measured.stream().noneMatch(one -> one.result().outcome() == Outcome.CANCELLED);
      return new Analysis(
          session.run().path(),
          measured,
          complete ? Optional.of(ReportFiles.write(session.run().folder())) : Optional.empty());
    }
  }

  static List<Measured> measureAll(ProbeSession session, SurfaceRequest request) {
    Directions directions = new Directions(session, request.scaling());
    Plane plane = directions.plane(request.plane(), request.reading().oblique());
    AxisRange first = range(request, directions.marks(), PlanePoint::alpha);
    AxisRange second = range(request, directions.marks(), PlanePoint::beta);
    Map<String, Object> specific = new LinkedHashMap<>(directions.facts());
    specific.put("evaluation", session.objective().strategy(2));
    specific.put("from", first.from());
    specific.put("to", first.to());
    if (!first.equals(second)) {
      specific.put("secondFrom", second.from());
      specific.put("secondTo", second.to());
    }
    List<Measured> measured = new ArrayList<>();
    Axis alpha = new Axis(first.from(), first.to(), request.points());
    Axis beta = new Axis(second.from(), second.to(), request.points());
    measured.add(surface(session, request, plane, alpha, beta, directions.marks(), specific));
    if (cancelled(measured)) {
      return measured;
    }
    if (request.reading().basins()) {
      measured.add(
          basins(
              session,
              measured.get(0),
              provenance(session, "topology", specific, request.points())));
    }
    request
        .reading()
        .convexity()
        .ifPresent(
            points ->
                measured.add(
                    convexity(
                        session,
                        plane,
                        new Axis(first.from(), first.to(), points),
                        new Axis(second.from(), second.to(), points),
                        specific)));
    return measured;
  }

  private static boolean cancelled(List<Measured> measured) {
    return measured.get(0).result().outcome() == Outcome.CANCELLED;
  }

  private static Measured surface(
      ProbeSession session,
      SurfaceRequest request,
      Plane plane,
      Axis alpha,
      Axis beta,
      List<PlanePoint> marks,
      Map<String, Object> common) {
    if (request.reading().adaptive().isPresent()) {
      double share = request.reading().adaptive().getAsDouble();
      AdaptiveSurfaceProbe probe = new AdaptiveSurfaceProbe(plane, alpha, beta, share);
      Map<String, Object> specific = new LinkedHashMap<>(common);
      specific.put("interpolationError", share);
      return ResumableGrid.run(
          session,
          provenance(session, "adaptive-surface", specific, request.points()),
          ledger ->
              probe
                  .run(session.objective(), new LocalEvaluator(), ledger, session.options())
                  .withMarks(marks));
    }
    SurfaceProbe probe = new SurfaceProbe(plane, alpha, beta);
    return ResumableGrid.run(
        session,
        provenance(session, "surface", common, request.points()),
        ledger ->
            probe
                .run(session.objective(), new LocalEvaluator(), ledger, session.options())
                .withMarks(marks));
  }

  private static Measured convexity(
      ProbeSession session, Plane plane, Axis alpha, Axis beta, Map<String, Object> common) {
    ConvexityMapProbe probe =
        new ConvexityMapProbe(
            plane,
            alpha,
            beta,
            ConvexityMapProbe.DEFAULT_TOLERANCE,
            ConvexityMapProbe.DEFAULT_PRODUCTS,
            session.seed());
    Map<String, Object> specific = new LinkedHashMap<>(common);
    specific.put("tolerance", probe.tolerance());
    specific.put("mostProducts", probe.maxProducts());
    return ResumableGrid.run(
        session,
        provenance(session, "convexity", specific, alpha.points()),
        ledger -> probe.run(session.objective(), ledger, session.options()));
  }

  private static Measured basins(ProbeSession session, Measured surface, Provenance provenance) {
    TopologyResult result = SublevelPersistence.of((SurfaceResult) surface.result());
    return session.knownOr(provenance, () -> session.kept(result, provenance));
  }

  private static Provenance provenance(
      ProbeSession session, String probe, Map<String, Object> common, int points) {
    Map<String, Object> specific = new LinkedHashMap<>(common);
    specific.put("points", points);
    return session.provenance(probe, specific, Map.of("direction", session.seed()));
  }

  /** As asked for; or around the models of the plane; or the default. */
  private static AxisRange range(
      SurfaceRequest request, List<PlanePoint> marks, ToDoubleFunction<PlanePoint> coordinate) {
    if (request.range().isPresent() || marks.size() < 3) {
      return request.range().orElse(AxisRange.DEFAULT);
    }
    double low = marks.stream().mapToDouble(coordinate).min().orElseThrow();
    double high = marks.stream().mapToDouble(coordinate).max().orElseThrow();
    double margin = MARGIN * (high - low);
    return new AxisRange(low - margin, high + margin);
  }
}
