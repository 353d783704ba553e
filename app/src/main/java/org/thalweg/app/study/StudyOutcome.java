package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.Optional;
import org.thalweg.result.Outcome;
import org.thalweg.study.observation.Observation;
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
  /** How many trials are in a state. */
  public long count(Observation.State state) {
    return observations.trials().stream().filter(one -> one.state() == state).count();
  }
}
