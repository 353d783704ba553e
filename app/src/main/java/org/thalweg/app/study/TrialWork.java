package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.Optional;
import org.thalweg.app.study.FailureLedger.Failure;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.store.RunFolder;

/**
 * Everything that is to be done for a trial or a pair, as far as it is not done. Doing it again
 * does nothing. A folder that another process writes to is waited for.
 */
final class TrialWork {
  private static final long PATIENCE_MILLIS = 300;

  private final Workshop workshop;
  private final TrialTraining training;
  private final TrialProbes probes;

  TrialWork(Workshop workshop) {
    this.workshop = workshop;
    this.training = new TrialTraining(workshop);
    this.probes = new TrialProbes(workshop);
  }

  void run(PlannedTrial planned, ProgressListener progress) {
    whenFree(
        planned,
        () -> {
          boolean known = TrialTraining.isOver(planned.folder());
          Optional<TrainingHistory> trained = trained(planned, progress);
          if (trained.isPresent() && trained.get().outcome() != Outcome.CANCELLED) {
            boolean measured = probes.measure(planned, trained.get(), progress);
            if (measured || !known) {
              RunFolder.settle(planned.folder());
            }
          }
        });
  }

  void run(PlannedPair pair, ProgressListener progress) {
    if (isWhole(pair.first()) && isWhole(pair.second())) {
      whenFree(
          pair.first(),
          () -> {
            if (probes.measure(pair, progress)) {
              RunFolder.settle(pair.first().folder());
            }
          });
    }
  }

  private static boolean isWhole(PlannedTrial planned) {
    return TrialTraining.found(planned.folder())
        .filter(
            history ->
                history.outcome() == Outcome.CONVERGED
                    || history.outcome() == Outcome.BUDGET_EXHAUSTED)
        .isPresent();
  }

  private Optional<TrainingHistory> trained(PlannedTrial planned, ProgressListener progress) {
    if (workshop.failures().find(planned.id(), TrialTraining.PART).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(training.trained(planned, progress));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      if (Workshop.isFatal(e) || isTaken(e, planned.folder())) {
        throw e;
      }
      workshop.log().event(planned.id(), "failed", TrialTraining.PART);
      workshop
          .failures()
          .add(
              new Failure(
                  planned.id(), TrialTraining.PART, TrialTraining.PART, FailureLedger.reason(e)));
      return Optional.empty();
    }
  }

  private void whenFree(PlannedTrial planned, Runnable work) {
    while (!workshop.cancelled()) {
      try {
        work.run();
        return;
      } catch (ThalwegException e) {
        if (!isTaken(e, planned.folder())) {
          throw e;
        }
        pause(e);
      }
    }
  }

  /** Another study is at work there, or began just now; what it does need not be done here. */
  private static boolean isTaken(Throwable failure, Path folder) {
    return failure instanceof ThalwegException e
        && (e.code() == ErrorCode.RUN_FOLDER_BUSY
            || (e.code() == ErrorCode.FILE_EXISTS && RunFolder.exists(folder)));
  }

  private static void pause(ThalwegException reason) {
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }
}
