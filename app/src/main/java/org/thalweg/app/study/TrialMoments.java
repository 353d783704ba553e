package org.thalweg.app.study;

import java.util.Comparator;
import java.util.Optional;
import org.thalweg.app.request.ModelReference;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.store.RunFolder;
import org.thalweg.store.Snapshot;
import org.thalweg.study.design.Moment;
import org.thalweg.study.design.ProbePlan;

/** Finds the weights of a trained trial at which a probe is to look. */
final class TrialMoments {
  private static final double ROUNDING = 1e-9;

  private TrialMoments() {}

  /** The weights; empty where a training that broke down has none. */
  static Optional<ModelReference> find(
      PlannedTrial planned, TrainingHistory history, ProbePlan plan) {
    if (plan.moment() == Moment.FINAL) {
      return history.outcome() == Outcome.NON_FINITE
          ? Optional.empty()
          : Optional.of(ModelReference.parse(planned.folder().toString()));
    }
    double latest = plan.moment() == Moment.INITIAL ? 0 : plan.epoch();
    return RunFolder.open(planned.folder()).snapshots().stream()
        .filter(snapshot -> snapshot.epoch() <= latest + ROUNDING)
        .max(Comparator.comparingLong(Snapshot::step))
        .map(snapshot -> ModelReference.parse(planned.folder() + "@step:" + snapshot.step()));
  }
}
