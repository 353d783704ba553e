package org.thalweg.study.claim;

import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.study.design.Study;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/** Under which conditions a study measured, in a few words. */
final class Conditions {
  private Conditions() {}

  /** E.g. {@code "sine, scale quick, 5 seeds"}. */
  static String of(StudyObservations observations) {
    Study study = observations.study();
    String data =
        study.cells().stream()
            .map(cell -> cell.training().data())
            .distinct()
            .collect(Collectors.joining(" and "));
    List<Long> seeds =
        observations.trials().stream()
            .filter(trial -> trial.state() == Observation.State.COMPLETE)
            .map(Observation::seed)
            .distinct()
            .toList();
    return "%s, scale %s, %d %s"
        .formatted(data, study.scale().text(), seeds.size(), seeds.size() == 1 ? "seed" : "seeds");
  }
}
