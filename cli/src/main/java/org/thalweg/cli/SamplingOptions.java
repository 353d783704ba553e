package org.thalweg.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.Split;
import picocli.CommandLine.Option;

/** Over which samples a loss is averaged. */
final class SamplingOptions {
  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "train",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Split split = Split.TRAIN;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Use a fixed, recorded subset of this size (default: all).")
  private Optional<Integer> samples = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "0",
      description = "Samples evaluated at once (default: what fits the cache).")
  private int batch;

  Sampling sampling() {
    return new Sampling(split, optional(samples), batch);
  }

  static OptionalInt optional(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
