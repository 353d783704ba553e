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
 * @param leftOut what the budget did not suffice for
 * @param report the page that shows them; none when the analysis was cancelled
 */
public record Analysis(
    Path run, List<Measured> measured, List<LeftOut> leftOut, Optional<Path> report) {
  public Analysis {
    measured = List.copyOf(measured);
    leftOut = List.copyOf(leftOut);
  }

  /** An analysis that left nothing out. */
  public Analysis(Path run, List<Measured> measured, Optional<Path> report) {
    this(run, measured, List.of(), report);
  }

  /**
   * A part for which the budget was too small.
   *
   * @param seconds that it was expected to take
   */
  public record LeftOut(String name, double seconds) {}

  /** The first outcome that is not the best one, if any. */
  public Outcome outcome() {
    return measured.stream()
        .map(one -> one.result().outcome())
        .filter(outcome -> outcome != Outcome.CONVERGED)
        .findFirst()
        .orElse(Outcome.CONVERGED);
  }
}
