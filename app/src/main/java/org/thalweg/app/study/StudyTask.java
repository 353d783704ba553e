package org.thalweg.app.study;

import java.util.List;
import org.thalweg.execution.ProgressListener;

/** A piece of a study that one worker carries out. */
sealed interface StudyTask {
  /** Of the trial or pair. */
  String id();

  /** Index of the seed after which its block is complete. */
  int block();

  /** For people. */
  String name();

  /** Tasks of one kind take about as long. */
  String kind();

  /** Trials that must be over before. */
  List<String> needs();

  void run(TrialWork work, ProgressListener progress);

  /** A trial. */
  record OfTrial(PlannedTrial planned, int block) implements StudyTask {
    @Override
    public String id() {
      return planned.id();
    }

    @Override
    public String name() {
      return "%s, seed %d".formatted(planned.trial().cell().name(), planned.trial().seed());
    }

    @Override
    public String kind() {
      return "trial of " + planned.trial().cell().name();
    }

    @Override
    public List<String> needs() {
      return List.of();
    }

    @Override
    public void run(TrialWork work, ProgressListener progress) {
      work.run(planned, progress);
    }
  }

  /** A pair of trials. */
  record OfPair(PlannedPair pair, int block) implements StudyTask {
    @Override
    public String id() {
      return pair.id();
    }

    @Override
    public String name() {
      return "%s, seeds %d and %d"
          .formatted(
              pair.first().trial().cell().name(),
              pair.first().trial().seed(),
              pair.second().trial().seed());
    }

    @Override
    public String kind() {
      return "pair of " + pair.first().trial().cell().name();
    }

    @Override
    public List<String> needs() {
      return List.of(pair.first().id(), pair.second().id());
    }

    @Override
    public void run(TrialWork work, ProgressListener progress) {
      work.run(pair, progress);
    }
  }
}
