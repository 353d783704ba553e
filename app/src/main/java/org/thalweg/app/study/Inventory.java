package org.thalweg.app.study;

import java.util.List;
import org.thalweg.app.study.PlannedTrial.PlannedProbe;

/** What is there already. */
final class Inventory {
  private Inventory() {}

  static boolean isTrained(PlannedTrial planned) {
    return TrialTraining.isOver(planned.folder());
  }

  /** How many of the measurements at a trial are there. */
  static int measured(PlannedTrial planned) {
    return measured(planned, planned.probes());
  }

  /** How many of the measurements of a pair are there. */
  static int measured(PlannedPair pair) {
    return measured(pair.first(), pair.paths());
  }

  private static int measured(PlannedTrial planned, List<PlannedProbe> probes) {
    MeasuredProbes measured = MeasuredProbes.read(planned.folder());
    return (int) probes.stream().filter(one -> measured.find(one.key()).isPresent()).count();
  }

  /** Whether there is nothing to do. */
  static boolean isDone(StudyTask task) {
    if (task instanceof StudyTask.OfTrial trial) {
      PlannedTrial planned = trial.planned();
      return isTrained(planned) && measured(planned) == planned.probes().size();
    }
    PlannedPair pair = ((StudyTask.OfPair) task).pair();
    return measured(pair) == pair.paths().size();
  }
}
