package org.thalweg.app.study;

import java.util.List;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.SharpnessRequest.Effort;
import org.thalweg.app.request.SharpnessRequest.LocalDensity;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Options of {@code thalweg sharpness}. */
final class SharpnessReader implements ProbeReader {
  @Override
  public SharpnessRequest read(ProbeScope scope, PlannedOptions options) {
    return new SharpnessRequest(
        scope, measures(options), options.number("radius"), effort(options), density(options));
  }

  private static List<String> measures(PlannedOptions options) {
    boolean all = options.flag("all", false);
    if (all && options.has("measure")) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("--measure or --all")
          .found("both")
          .next("leave one of them out");
    }
    return options.texts("measure", all ? SharpnessRequest.all() : SharpnessRequest.usual());
  }

  private static Effort effort(PlannedOptions options) {
    Effort usual = Effort.DEFAULT;
    return new Effort(
        options.integer("draws", usual.draws()),
        options.integer("iterations", usual.iterations()),
        options.integer("restarts", usual.restarts()),
        options.integer("subspace", usual.subspace()),
        options.integer("per-batch", usual.perBatch()));
  }

  private static LocalDensity density(PlannedOptions options) {
    LocalDensity usual = LocalDensity.DEFAULT;
    return new LocalDensity(
        options.number("temperature", usual.temperature()),
        options.integer("chains", usual.chains()),
        options.integer("burn-in", usual.burnIn()),
        options.integer("chain-steps", usual.steps()),
        options.number("step-size"),
        options.number("localisation", usual.localisation()),
        options.integer("chain-batch", usual.batch()));
  }
}
