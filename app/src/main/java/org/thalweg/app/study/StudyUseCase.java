package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.app.SharedDatasets;
import org.thalweg.app.study.StudyEstimate.Count;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.provenance.Provenance;
import org.thalweg.report.study.StudyReport;
import org.thalweg.result.Outcome;
import org.thalweg.store.RunLock;
import org.thalweg.study.design.Factor;
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
    requireLevels(request);
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
    requireLevels(request);
    new StudyCheck(request.study(), data).require();
    StudyPlan plan = StudyPlan.of(request.study(), request.trials(), new ProbeKey());
    CostModel costs = new CostModel(plan, data);
    List<PlannedTrial> trials = new ArrayList<>();
    List<PlannedPair> pairs = new ArrayList<>();
    double seconds = 0;
    long bytes = 0;
    for (StudyTask task : TaskQueue.tasks(plan, request)) {
      if (task instanceof StudyTask.OfTrial trial) {
        trials.add(trial.planned());
        seconds += costs.seconds(trial.planned());
        bytes += Inventory.isDone(task) ? 0 : costs.bytes(trial.planned());
      } else if (task instanceof StudyTask.OfPair pair) {
        pairs.add(pair.pair());
        seconds += costs.seconds(pair.pair());
        bytes += Inventory.isDone(task) ? 0 : (long) pair.pair().paths().size() * DiskUse.RESULT;
      }
    }
    int workers = Math.max(1, Math.min(workers(request), trials.size()));
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

  private static void requireLevels(StudyRequest request) {
    request
        .only()
        .forEach(
            (name, levels) -> {
              Factor factor =
                  request
                      .study()
                      .factor(name)
                      .orElseThrow(
                          () ->
                              unknown(
                                  request.study().factors().stream().map(Factor::name).toList(),
                                  "factors",
                                  name));
              for (String level : levels) {
                if (!factor.levels().contains(level)) {
                  throw unknown(factor.levels(), "levels of " + name, level);
                }
              }
            });
  }

  private static ThalwegException unknown(List<String> known, String what, String found) {
    return ThalwegException.of(ErrorCode.UNKNOWN_NAME)
        .expected("--only with one of the %s: %s".formatted(what, String.join(", ", known)))
        .found("'" + found + "'")
        .next("correct --only and try again");
  }
}
