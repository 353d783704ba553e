package org.thalweg.app.study;

import java.util.OptionalDouble;
import org.thalweg.app.study.PlannedTrial.PlannedProbe;
import org.thalweg.store.RunFolder;
import org.thalweg.study.design.ProbePlan;

/** How long a measurement took at a trial where it was made. */
final class KnownSeconds {
  private KnownSeconds() {}

  /**
   * The seconds of all its results.
   *
   * @param finished where to look
   * @param plan of the measurement, among those of the trial
   * @param planned another trial, for which the time is wanted
   */
  static OptionalDouble of(PlannedTrial finished, ProbePlan plan, PlannedTrial planned) {
    if (finished.equals(planned)) {
      return OptionalDouble.empty();
    }
    MeasuredProbes measured = MeasuredProbes.read(finished.folder());
    for (PlannedProbe probe : finished.probes()) {
      if (probe.plan().equals(plan) && measured.find(probe.key()).isPresent()) {
        RunFolder run = RunFolder.open(finished.folder());
        return OptionalDouble.of(
            measured.find(probe.key()).get().stream()
                .mapToDouble(id -> run.result(id).result().cost().seconds())
                .sum());
      }
    }
    return OptionalDouble.empty();
  }
}
