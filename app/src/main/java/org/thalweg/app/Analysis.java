package org.thalweg.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.thalweg.result.Outcome;

/**
 * What an analysis found.
 *
 * @param run the run folder
 * @param measured the results in the order in which they were measured
 * @param report the page that shows them; none when the analysis was cancelled
 */
public record Analysis(Path run, List<Measured> measured, Optional<Path> report) {
  public Analysis {
    measured = List.copyOf(measured);
  }

  /** The first outcome that is not the best one, if any. */
  public Outcome outcome() {
    return measured.stream()
        .map(one -> one.result().outcome())
        .filter(outcome -> outcome != Outcome.CONVERGED)
        .findFirst()
        .orElse(Outcome.CONVERGED);
  }
}
