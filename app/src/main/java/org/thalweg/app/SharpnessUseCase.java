package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.probe.sharpness.SharpnessMeasures;
import org.thalweg.probe.sharpness.SharpnessOptions;
import org.thalweg.probe.sharpness.SharpnessProbe;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.SharpnessResult;

/** Sharpness and flatness by several definitions. */
public final class SharpnessUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(
      SharpnessRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      return ReportFiles.after(measure(session, request), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, SharpnessRequest request) {
    SharpnessRequest.Effort effort = request.effort();
    SharpnessOptions options =
        SharpnessOptions.defaults()
            .withRadius(request.radius().orElse(Double.NaN))
            .withDraws(effort.draws())
            .withIterations(effort.iterations())
            .withRestarts(effort.restarts())
            .withSubspace(effort.subspace())
            .withTemperature(request.density().temperature())
            .withChains(request.density().langevin())
            .withBatch(effort.perBatch())
            .withSeed(session.seed());
    Map<String, Object> specific = new LinkedHashMap<>();
    specific.put("measures", request.measures());
    specific.put(
        "radius", request.radius().isPresent() ? (Object) options.radius() : "usual of each");
    specific.put("draws", options.draws());
    specific.put("iterations", options.iterations());
    specific.put("restarts", options.restarts());
    specific.put("tolerance", options.tolerance());
    specific.put("subspace", options.subspace());
    specific.put("perBatch", options.batch());
    specific.put("temperature", options.temperature());
    specific.put("chains", options.chains().chains());
    specific.put("burnIn", options.chains().burnIn());
    specific.put("chainSteps", options.chains().steps());
    specific.put(
        "stepSize",
        request.density().stepSize().isPresent()
            ? (Object) options.chains().stepSize()
            : "by the largest eigenvalue");
    specific.put("localisation", options.chains().localisation());
    specific.put("chainBatch", options.chains().batch());
    Provenance provenance =
        session.provenance("sharpness", specific, Map.of("perturbations", session.seed()));
    return session.knownOr(provenance, () -> measure(session, request, options, provenance));
  }

  private static Measured measure(
      ProbeSession session,
      SharpnessRequest request,
      SharpnessOptions options,
      Provenance provenance) {
    SharpnessProbe probe =
        new SharpnessProbe(
            request.measures().stream()
                .map(name -> SharpnessMeasures.named(name).measure(options))
                .toList());
    SharpnessResult result = probe.measure(session.objective(), session.options());
    return session.kept(result, provenance);
  }
}
