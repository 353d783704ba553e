package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.thalweg.result.Outcome;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Observation.State;
import org.thalweg.study.observation.StudyObservations;

/**
 * What a study came to.
 *
 * @param folder of the study
 * @param observations as far as it came
 * @param conclusion analysis, verdicts and page; empty if it was stopped or nothing is complete
 * @param outcome {@code CONVERGED} when everything that was wanted is over, {@code CANCELLED} when
 *     it was stopped before, {@code NON_FINITE} when not a single trial is complete
 * @param seconds that this call took
 */
public record StudyOutcome(
    Path folder,
    StudyObservations observations,
    Optional<Conclusion> conclusion,
    Outcome outcome,
    double seconds) {
  /** Name of the study. */
  public String name() {
    return observations.study().name();
  }

  /** How many trials are trained and measured. */
  public long complete() {
    return count(State.COMPLETE);
  }

  /** How many trials failed, those included of which a part failed. */
  public long failed() {
    return count(State.FAILED);
  }

  /** How many trials are still to be done. */
  public long pending() {
    return count(State.PENDING);
  }

  /** The means of the main quantities; empty if there is no conclusion. */
  public Optional<CellTable> cells() {
    return conclusion.map(found -> CellTable.of(observations.study(), found.analysis()));
  }

  /** Quantities of which no complete trial or pair has a value. */
  public List<String> neverFound() {
    return observations.study().quantities().stream()
        .map(Quantity::name)
        .filter(this::isNeverFound)
        .toList();
  }

  private boolean isNeverFound(String quantity) {
    List<Observation> rows =
        observations.of(quantity).stream().filter(row -> row.state() == State.COMPLETE).toList();
    return !rows.isEmpty() && rows.stream().allMatch(row -> Double.isNaN(row.value(quantity)));
  }

  /** How many trials are in a state. */
  long count(State state) {
    return observations.trials().stream().filter(one -> one.state() == state).count();
  }
}
