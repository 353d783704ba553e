package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.app.study.PlannedTrial.PlannedProbe;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.PairPlan;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.Trial;

/**
 * All trials and pairs of a study with their folders and keys, in the order of the design: seed by
 * seed.
 *
 * @param trials in the order of {@link Study#trials()}
 * @param pairs after the second seed of each
 */
record StudyPlan(List<PlannedTrial> trials, List<PlannedPair> pairs) {
  StudyPlan {
    trials = List.copyOf(trials);
    pairs = List.copyOf(pairs);
  }

  static StudyPlan of(Study study, Path folder, ProbeKey keys) {
    Map<Trial, PlannedTrial> trials = new LinkedHashMap<>();
    for (Trial trial : study.trials()) {
      trials.put(
          trial,
          new PlannedTrial(
              trial,
              folder.resolve(trial.id()),
              study.probes().stream()
                  .map(plan -> new PlannedProbe(plan, keys.of(plan, trial)))
                  .toList()));
    }
    return new StudyPlan(List.copyOf(trials.values()), pairs(study, trials, keys));
  }

  private static List<PlannedPair> pairs(
      Study study, Map<Trial, PlannedTrial> trials, ProbeKey keys) {
    Map<Cell, List<PlannedTrial>> cells = new LinkedHashMap<>();
    trials
        .values()
        .forEach(
            planned ->
                cells
                    .computeIfAbsent(planned.trial().cell(), cell -> new ArrayList<>())
                    .add(planned));
    List<PlannedPair> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < study.seeds().size(); i++) {
      int number = i;
      List<PairPlan> plans = study.pairs().stream().filter(plan -> number < plan.pairs()).toList();
      for (List<PlannedTrial> cell :
          plans.isEmpty() ? List.<List<PlannedTrial>>of() : cells.values()) {
        PlannedTrial first = cell.get(i);
        PlannedTrial second = cell.get(i + 1);
        pairs.add(
            new PlannedPair(
                first,
                second,
                plans.stream()
                    .map(
                        plan ->
                            new PlannedProbe(
                                plan.connect(),
                                keys.of(plan.connect(), first.trial(), second.trial())))
                    .toList()));
      }
    }
    return pairs;
  }
}
