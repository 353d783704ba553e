package org.thalweg.app;

import java.util.Map;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.GradientProbe;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.GradientResult;
import org.thalweg.store.StoredResult;

/** Loss, accuracy and gradient norms at a model; part of every analysis. */
final class GradientUseCase {
  private GradientUseCase() {}

  static Measured measure(ProbeSession session) {
    Provenance provenance = session.provenance("gradient", Map.of(), Map.of());
    return session.knownOr(provenance, () -> measure(session, provenance));
  }

  private static Measured measure(ProbeSession session, Provenance provenance) {
    GradientResult result;
    try (Vector theta = session.objective().parameters()) {
      result = new GradientProbe().measure(session.objective(), theta);
    }
    String id = session.run().store(result, provenance);
    return new Measured(session.run().path(), new StoredResult(id, result, provenance));
  }
}
