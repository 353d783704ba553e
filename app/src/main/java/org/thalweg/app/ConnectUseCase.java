package org.thalweg.app;

import java.util.Map;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.connectivity.FoundPath;
import org.thalweg.provenance.Provenance;

/**
 * A path between two networks: found, measured over both halves of the data, and compared with the
 * straight line. Points are resumable; a curve is found anew, which gives the same one.
 */
public final class ConnectUseCase {
  /** Measures, stores the result with the first network and writes its report again. */
  public Measured run(
      ConnectRequest request, ProgressListener progress, Cancellation cancellation) {
    try (OpenedModel second = SecondModel.open(request);
        ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      return ReportFiles.after(measure(session, second, request), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, OpenedModel second, ConnectRequest request) {
    PathSearches searches = new PathSearches(session, request.curve());
    SecondWeights weights = SecondWeights.aligned(request.alignment(), session, second.weights());
    Map<String, Object> specific = searches.facts();
    specific.put("other", second.reference());
    specific.put("otherWeights", WeightsHash.of(second.weights()));
    specific.putAll(weights.facts());
    specific.put("points", request.points());
    specific.put("planePoints", request.plane().orElse(0));
    Provenance provenance = session.provenance("connect", specific, searches.seeds());
    try (Vector a = session.objective().parameters();
        Vector b = session.objective().space().of(weights.values())) {
      SecondModel.requireWhole(session, second, b);
      return ResumableGrid.run(
          session,
          provenance,
          ledger -> {
            PathMeasurement measurement = new PathMeasurement(session, request, ledger);
            try (FoundPath found = searches.find(a, b)) {
              return measurement.measure(found, a, b);
            }
          });
    }
  }
}
