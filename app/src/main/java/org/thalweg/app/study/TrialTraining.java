package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.Optional;
import org.thalweg.app.TrainUseCase;
import org.thalweg.app.TrainedRun;
import org.thalweg.app.request.ResumeRequest;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.store.RunFolder;
import org.thalweg.store.StoredTraining;

/** The training of a trial: found, gone on with, or begun. */
final class TrialTraining {
  static final String PART = "training";

  private final Workshop workshop;

  TrialTraining(Workshop workshop) {
    this.workshop = workshop;
  }

  /** What is in the folder; empty if nothing is, or if it cannot be read. */
  static Optional<TrainingHistory> found(Path folder) {
    try {
      return read(folder);
    } catch (ThalwegException e) {
      return Optional.empty(); // told as the failure of this trial when it is its turn
    }
  }

  private static Optional<TrainingHistory> read(Path folder) {
    return RunFolder.exists(folder)
        ? RunFolder.open(folder).training().map(StoredTraining::history)
        : Optional.empty();
  }

  /** Whether the training in a folder has ended, in whatever way. */
  static boolean isOver(Path folder) {
    return found(folder).filter(one -> one.outcome() != Outcome.CANCELLED).isPresent();
  }

  /** Trains as far as it has not been trained. */
  TrainingHistory trained(PlannedTrial planned, ProgressListener progress) {
    Optional<TrainingHistory> found = read(planned.folder());
    if (found.isPresent() && found.get().outcome() != Outcome.CANCELLED) {
      return found.get();
    }
    TrainUseCase training = new TrainUseCase(workshop.facilities());
    workshop.log().event(planned.id(), found.isPresent() ? "resume" : "begin", PART);
    TrainedRun run =
        found.isPresent()
            ? training.resumeOnly(
                new ResumeRequest(planned.folder(), 1), progress, workshop.cancellation())
            : training.trainOnly(
                TrainingReader.read(
                    planned.trial().cell().training(),
                    planned.trial().seed(),
                    planned.folder(),
                    RunFolder.exists(planned.folder())),
                progress,
                workshop.cancellation());
    Outcome outcome = run.history().outcome();
    workshop.log().event(planned.id(), outcome == Outcome.CANCELLED ? "stop" : "end", PART);
    return run.history();
  }
}
