package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.curvature.Spectrum;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;
import org.thalweg.store.StoredResult;

/** Eigenvalues at both ends of the Hessian's spectrum. */
public final class HessianUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(
      HessianRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      return ReportFiles.after(measure(session, request), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, HessianRequest request) {
    LanczosOptions options =
        session
            .memory()
            .fit(
                LanczosOptions.of(request.top(), request.bottom())
                    .withTolerance(request.tolerance())
                    .withMaxProducts(request.iterations())
                    .withSeed(session.seed()));
    Map<String, Object> specific = new LinkedHashMap<>();
    specific.put("matrix", "hessian");
    specific.put("top", request.top());
    specific.put("bottom", request.bottom());
    specific.put("tolerance", request.tolerance());
    specific.put("mostProducts", request.iterations());
    if (options.basisSize() > 0) {
      specific.put("basisSize", options.basisSize());
    }
    specific.put("method", "thick-restart Lanczos, full reorthogonalisation");
    Provenance provenance =
        session.provenance("hessian", specific, Map.of("start vector", session.seed()));
    return session.knownOr(provenance, () -> measure(session, options, provenance));
  }

  private static Measured measure(
      ProbeSession session, LanczosOptions options, Provenance provenance) {
    SpectrumResult result;
    try (Vector theta = session.objective().parameters();
        Spectrum spectrum =
            new HessianSpectrumProbe(options)
                .measure(
                    session.objective(),
                    theta,
                    session.options().listener(),
                    session.options().cancellation())) {
      result = spectrum.result();
    }
    String id =
        result.outcome() == Outcome.CANCELLED
            ? session.run().newId(result.probe())
            : session.run().store(result, provenance);
    return new Measured(session.run().path(), new StoredResult(id, result, provenance));
  }
}
