package org.thalweg.cli;

import org.thalweg.app.request.SharpnessRequest;
import picocli.CommandLine.Option;

/** How hard measures of sharpness look. */
final class EffortOptions {
  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "20",
      description = "Random perturbations of a sampled measure (default: ${DEFAULT-VALUE}).")
  private int draws = SharpnessRequest.Effort.DEFAULT.draws();

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "20",
      description = "Gradient steps of an ascent, from each start (default: ${DEFAULT-VALUE}).")
  private int iterations = SharpnessRequest.Effort.DEFAULT.iterations();

  @Option(
      names = "--restarts",
      paramLabel = "N",
      defaultValue = "2",
      description = "Random starts of an ascent (default: ${DEFAULT-VALUE}).")
  private int restarts = SharpnessRequest.Effort.DEFAULT.restarts();

  @Option(
      names = "--subspace",
      paramLabel = "P",
      defaultValue = "100",
      description = "Dimensions of a random subspace (default: ${DEFAULT-VALUE}).")
  private int subspace = SharpnessRequest.Effort.DEFAULT.subspace();

  @Option(
      names = "--per-batch",
      paramLabel = "M",
      defaultValue = "0",
      description = "Average each measure over mini-batches of M samples (default: 0, none).")
  private int perBatch = SharpnessRequest.Effort.DEFAULT.perBatch();

  SharpnessRequest.Effort effort() {
    return new SharpnessRequest.Effort(draws, iterations, restarts, subspace, perBatch);
  }
}
