package org.thalweg.app;

import org.thalweg.app.request.HessianRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.CurvatureOptions;
import org.thalweg.probe.curvature.CurvatureProbe;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.SpectrumResult;

/** The spectrum of the Hessian or of a matrix like it, as far as it is asked for. */
public final class HessianUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(
      HessianRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      return ReportFiles.after(measure(session, request), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, HessianRequest request) {
    CurvatureRecipe recipe = new CurvatureRecipe(request, session.seed(), session.memory()::fit);
    Provenance provenance = session.provenance("hessian", recipe.specific(), recipe.seeds());
    return session.knownOr(provenance, () -> measure(session, recipe.options(), provenance));
  }

  private static Measured measure(
      ProbeSession session, CurvatureOptions options, Provenance provenance) {
    SpectrumResult result;
    try (Vector theta = session.objective().parameters()) {
      result =
          new CurvatureProbe(options)
              .measure(
                  session.objective(),
                  theta,
                  session.options().listener(),
                  session.options().cancellation());
    }
    return session.kept(result, provenance);
  }
}
