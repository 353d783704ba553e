package org.thalweg.cli;

import java.util.Iterator;
import org.thalweg.app.request.Execution;
import picocli.CommandLine.Option;

/** How the work is carried out. */
final class ExecutionOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "0",
      description = "Threads; results do not depend on them (default: one per core).")
  private int workers;

  @Option(
      names = "--precision",
      paramLabel = "FORMAT",
      defaultValue = "float32",
      completionCandidates = PrecisionNames.class,
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String precision = "float32";

  Execution execution() {
    return Execution.of(seed, workers, precision);
  }

  int workers() {
    return workers;
  }

  /** For the help and for completion. */
  static final class PrecisionNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Execution.precisions().iterator();
    }
  }
}
