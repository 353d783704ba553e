package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.error.ThalwegException;
import org.thalweg.report.study.CellPicture;
import org.thalweg.store.StoredResult;
import org.thalweg.study.design.Study;

/** The results that a page shows side by side: of each cell, those of its first measured seed. */
final class Pictures {
  private Pictures() {}

  static List<CellPicture> of(Study study, StudyPlan plan) {
    List<CellPicture> pictures = new ArrayList<>();
    for (String probe : study.pictures()) {
      Set<Map<String, String>> shown = new HashSet<>();
      for (PlannedTrial planned : plan.trials()) {
        add(probe, planned, planned.probes(), shown, pictures);
      }
      for (PlannedPair pair : plan.pairs()) {
        add(probe, pair.first(), pair.paths(), shown, pictures);
      }
    }
    return pictures;
  }

  private static void add(
      String probe,
      PlannedTrial planned,
      List<PlannedTrial.PlannedProbe> probes,
      Set<Map<String, String>> shown,
      List<CellPicture> pictures) {
    Map<String, String> levels = planned.trial().cell().levels();
    boolean has = probes.stream().anyMatch(one -> one.plan().name().equals(probe));
    if (!has || shown.contains(levels) || !TrialTraining.isOver(planned.folder())) {
      return;
    }
    stored(probe, planned, probes)
        .ifPresent(
            stored -> {
              shown.add(levels);
              pictures.add(new CellPicture(probe, levels, planned.trial().seed(), stored));
            });
  }

  /** Empty if there is none, or if its files are damaged: another seed stands for the cell then. */
  private static Optional<StoredResult> stored(
      String probe, PlannedTrial planned, List<PlannedTrial.PlannedProbe> probes) {
    try {
      return Observer.results(planned, probes).stored(probe);
    } catch (ThalwegException e) {
      return Optional.empty();
    }
  }
}
