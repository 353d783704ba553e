package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.app.SharedDatasets;
import org.thalweg.app.study.StudyEstimate.Count;

/** Counts what there is to do in a study, and adds up what it costs. */
final class Estimator {
  private final StudyRequest request;
  private final CostModel costs;
  private final List<PlannedTrial> trials = new ArrayList<>();
  private final List<PlannedPair> pairs = new ArrayList<>();
  private double seconds;
  private long bytes;

  Estimator(StudyRequest request, StudyPlan plan, SharedDatasets data) {
    this.request = request;
    this.costs = new CostModel(plan, data);
    TaskQueue.tasks(plan, request).forEach(this::add);
  }

  private void add(StudyTask task) {
    boolean done = Inventory.isDone(task);
    if (task instanceof StudyTask.OfTrial trial) {
      trials.add(trial.planned());
      seconds += done ? 0 : costs.seconds(trial.planned());
      bytes += done ? 0 : costs.bytes(trial.planned());
    } else if (task instanceof StudyTask.OfPair pair) {
      pairs.add(pair.pair());
      seconds += done ? 0 : costs.seconds(pair.pair());
      bytes += done ? 0 : (long) pair.pair().paths().size() * DiskUse.RESULT;
    }
  }

  StudyEstimate estimate(int most) {
    int workers = Math.max(1, Math.min(most, trials.size()));
    return new StudyEstimate(
        request.study().name(),
        new Count(trials.size(), (int) trials.stream().filter(Inventory::isTrained).count()),
        new Count(
            trials.stream().mapToInt(trial -> trial.probes().size()).sum(),
            trials.stream().mapToInt(Inventory::measured).sum()),
        new Count(
            pairs.stream().mapToInt(pair -> pair.paths().size()).sum(),
            pairs.stream().mapToInt(Inventory::measured).sum()),
        workers,
        seconds / workers,
        bytes,
        costs.how(),
        request.folder().toString());
  }
}
