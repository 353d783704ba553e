package org.thalweg.app.study;

import java.util.List;
import java.util.Optional;
import org.thalweg.app.SharedDatasets;
import org.thalweg.execution.Cancellation;
import org.thalweg.provenance.Provenance;
import org.thalweg.report.study.StudyReport;
import org.thalweg.result.Outcome;
import org.thalweg.store.RunLock;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

/**
 * Carries a study out: trains and measures what is not there yet, several trials at once with one
 * core each, seed by seed, and writes tables after each seed. Killed at any moment, the same
 * request goes on: nothing is lost but the piece under way, nothing is done twice, and the numbers
 * are the same. A trial that fails is recorded and does not stop the others.
 *
 * <p>Errors: what a study can be refused for, before anything runs; {@code RUN_FOLDER_BUSY} while
 * another process carries out the same study in the same folder; {@code DISK_FULL} and its like,
 * which stop everything. A cancellation is no error: the outcome says so.
 */
public final class StudyUseCase {
  private final PageWriter pages;

  public StudyUseCase() {
    this((contents, out) -> new StudyReport().write(contents, out));
  }

  StudyUseCase(PageWriter pages) {
    this.pages = pages;
  }

  /** Carries out what the request asks for, as far as it is not there. */
  public StudyOutcome run(StudyRequest request, StudyListener listener, Cancellation cancellation) {
    long start = System.nanoTime();
    SharedDatasets data = new SharedDatasets();
    LevelCheck.require(request);
    new StudyCheck(request.study(), data).require();
    StudyPlan plan = StudyPlan.of(request.study(), request.trials(), new ProbeKey());
    StudyFolder folder = StudyFolder.at(request.folder());
    try (RunLock lock = folder.lock();
        StudyLog log = StudyLog.append(folder.at(StudyFolder.LOG))) {
      Provenance origin = StudyOrigin.of(request.study(), workers(request), data);
      folder.writeDesign(request.study(), StudyOrigin.record(origin));
      FailureLedger failures = FailureLedger.open(folder.at(StudyFolder.FAILURES));
      if (request.retryFailed()) {
        failures.clear();
      }
      List<StudyTask> tasks = TaskQueue.tasks(plan, request);
      int workers = Math.max(1, Math.min(workers(request), tasks.size()));
      TimeLeft timeLeft = new TimeLeft(tasks, Inventory::isDone, System::nanoTime);
      StudyRun run =
          new StudyRun(
              request,
              plan,
              tasks,
              new Workshop(data, failures, log, cancellation),
              folder,
              new StudyDisplay(request.study(), tasks, workers, timeLeft, listener));
      run.run(workers);
      StudyObservations observations = run.observations();
      Outcome outcome = outcome(observations, cancellation);
      Optional<Conclusion> conclusion =
          outcome == Outcome.CONVERGED
              ? Optional.of(Conclusion.write(observations, plan, origin, folder, pages))
              : Optional.empty();
      return new StudyOutcome(
          request.folder(), observations, conclusion, outcome, (System.nanoTime() - start) / 1e9);
    }
  }

  /**
   * Says how much there is to do, how long it takes and what it needs on disk; trains and writes
   * nothing but a few steps that are timed.
   */
  public StudyEstimate estimate(StudyRequest request) {
    SharedDatasets data = new SharedDatasets();
    LevelCheck.require(request);
    new StudyCheck(request.study(), data).require();
    StudyPlan plan = StudyPlan.of(request.study(), request.trials(), new ProbeKey());
    return new Estimator(request, plan, data).estimate(workers(request));
  }

  private static int workers(StudyRequest request) {
    return request.workers() > 0 ? request.workers() : Runtime.getRuntime().availableProcessors();
  }

  private static Outcome outcome(StudyObservations observations, Cancellation cancellation) {
    boolean some =
        observations.trials().stream()
            .anyMatch(trial -> trial.state() == Observation.State.COMPLETE);
    if (cancellation.requested()) {
      return Outcome.CANCELLED;
    }
    return some ? Outcome.CONVERGED : Outcome.NON_FINITE;
  }
}
