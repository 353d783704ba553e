package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.EigenspaceOverlapProbe;
import org.thalweg.probe.curvature.GradientNoiseProbe;
import org.thalweg.probe.curvature.GradientProbe;
import org.thalweg.probe.curvature.GradientStep;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Cost;
import org.thalweg.result.EigenspaceOverlap;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Outcome;
import org.thalweg.torch.objective.NetworkObjective;

/** Loss, accuracy and gradient norms at a model, the noise of the gradient and where it points. */
public final class GradientUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(
      GradientRequest request, ProgressListener progress, Cancellation cancellation) {
    try (ProbeSession session = ProbeSession.open(Opening.of(request), progress, cancellation)) {
      return ReportFiles.after(measure(session, request), session.run().folder());
    }
  }

  static Measured measure(ProbeSession session, GradientRequest request) {
    Map<String, Object> specific = new LinkedHashMap<>();
    Map<String, Long> seeds = new LinkedHashMap<>();
    if (request.noise()) {
      specific.put("noise", true);
    }
    request
        .step()
        .ifPresent(
            step -> {
              specific.put("learningRate", step.learningRate());
              specific.put("batchSize", step.batchSize());
            });
    if (request.topEigenspace() > 0) {
      specific.put("topEigenspace", request.topEigenspace());
      specific.put("tolerance", lanczos(session, request).tolerance());
      specific.put("method", "thick-restart Lanczos, full reorthogonalisation");
      seeds.put("start vector", session.seed());
    }
    Provenance provenance = session.provenance("gradient", specific, seeds);
    return session.knownOr(provenance, () -> measure(session, request, provenance));
  }

  private static Measured measure(
      ProbeSession session, GradientRequest request, Provenance provenance) {
    GradientResult result;
    try (Vector theta = session.objective().parameters()) {
      result = measure(session, request, theta);
    }
    return session.kept(result, provenance);
  }

  private static GradientResult measure(
      ProbeSession session, GradientRequest request, Vector theta) {
    NetworkObjective objective = session.objective();
    Cost before = objective.cost();
    long start = System.nanoTime();
    GradientResult gradient = new GradientProbe().measure(objective, theta);
    Optional<GradientNoise> noise =
        request.noise() ? Optional.of(noise(session, request, theta)) : Optional.empty();
    Optional<EigenspaceOverlap> overlap =
        request.topEigenspace() > 0 && !session.options().cancellation().requested()
            ? Optional.of(overlap(session, request, theta))
            : Optional.empty();
    Cost cost = objective.cost().minus(before);
    double seconds = (System.nanoTime() - start) / 1e9;
    return gradient.with(
        noise,
        overlap,
        outcome(session, gradient, overlap),
        (request.noise() ? cost.plus(GradientNoiseProbe.BLOCKS) : cost)
            .plus(new Cost(0, 0, 0, seconds)));
  }

  private static Outcome outcome(
      ProbeSession session, GradientResult gradient, Optional<EigenspaceOverlap> overlap) {
    if (session.options().cancellation().requested()) {
      return Outcome.CANCELLED;
    }
    return gradient.outcome() == Outcome.CONVERGED
        ? overlap.map(EigenspaceOverlap::outcome).orElse(Outcome.CONVERGED)
        : gradient.outcome();
  }

  private static GradientNoise noise(ProbeSession session, GradientRequest request, Vector theta) {
    GradientNoiseProbe probe =
        request
            .step()
            .map(step -> new GradientStep(step.learningRate(), step.batchSize()))
            .map(GradientNoiseProbe::new)
            .orElseGet(GradientNoiseProbe::new);
    return probe.measure(
        session.objective(), theta, session.options().listener(), session.options().cancellation());
  }

  private static EigenspaceOverlap overlap(
      ProbeSession session, GradientRequest request, Vector theta) {
    return new EigenspaceOverlapProbe(lanczos(session, request))
        .measure(
            session.objective(),
            theta,
            session.options().listener(),
            session.options().cancellation());
  }

  private static LanczosOptions lanczos(ProbeSession session, GradientRequest request) {
    return LanczosOptions.of(request.topEigenspace(), 0).withSeed(session.seed());
  }
}
