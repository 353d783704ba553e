package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.app.Measured;
import org.thalweg.app.OpenModel;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.study.FailureLedger.Failure;
import org.thalweg.app.study.PlannedTrial.PlannedProbe;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.study.design.ProbePlan;

/** The measurements of a trial that are not there yet, those of one scope at one opened model. */
final class TrialProbes {
  private final Workshop workshop;

  TrialProbes(Workshop workshop) {
    this.workshop = workshop;
  }

  /** One thing to do. */
  private record Job(String id, PlannedProbe probe, ProbeRequest request) {
    String part() {
      return probe.plan().name();
    }
  }

  /** Measures a trained trial, and says whether there was anything to do; failures are recorded. */
  boolean measure(PlannedTrial planned, TrainingHistory history, ProgressListener progress) {
    MeasuredProbes measured = MeasuredProbes.read(planned.folder());
    List<Job> jobs = new ArrayList<>();
    for (PlannedProbe probe : planned.probes()) {
      Optional<ModelReference> model = TrialMoments.find(planned, history, probe.plan());
      if (model.isPresent() && isOpen(planned.id(), probe, measured)) {
        ProbePlan plan = probe.plan();
        jobs.add(
            new Job(
                planned.id(), probe, ProbeReaders.read(plan, model.get(), planned.trial().seed())));
      }
    }
    measure(planned.folder(), jobs, progress);
    return !jobs.isEmpty();
  }

  /** Measures between two trained trials, likewise. */
  boolean measure(PlannedPair pair, ProgressListener progress) {
    Path folder = pair.first().folder();
    MeasuredProbes measured = MeasuredProbes.read(folder);
    ModelReference first = ModelReference.parse(folder.toString());
    ModelReference second = ModelReference.parse(pair.second().folder().toString());
    List<Job> jobs =
        pair.paths().stream()
            .filter(path -> isOpen(pair.id(), path, measured))
            .map(
                path ->
                    new Job(
                        pair.id(),
                        path,
                        ProbeReaders.connect(
                            path.plan(), first, second, pair.first().trial().seed())))
            .toList();
    measure(folder, jobs, progress);
    return !jobs.isEmpty();
  }

  private boolean isOpen(String id, PlannedProbe probe, MeasuredProbes measured) {
    return measured.find(probe.key()).isEmpty()
        && workshop.failures().find(id, probe.key()).isEmpty();
  }

  private void measure(Path folder, List<Job> jobs, ProgressListener progress) {
    Map<ProbeScope, List<Job>> byScope = new LinkedHashMap<>();
    for (Job job : jobs) {
      byScope.computeIfAbsent(job.request().scope(), scope -> new ArrayList<>()).add(job);
    }
    for (Map.Entry<ProbeScope, List<Job>> group : byScope.entrySet()) {
      if (!workshop.cancelled()) {
        measure(folder, group.getKey(), group.getValue(), progress);
      }
    }
  }

  @SuppressWarnings("CatchThrowable") // memory that runs out is a failure of this trial alone
  private void measure(Path folder, ProbeScope scope, List<Job> jobs, ProgressListener progress) {
    List<Job> open = new ArrayList<>(jobs);
    List<ProbeRequest> requests = jobs.stream().map(Job::request).toList();
    try (OpenModel model =
        OpenModel.open(scope, requests, workshop.facilities(), progress, workshop.cancellation())) {
      while (!open.isEmpty() && !workshop.cancelled()) {
        measure(folder, model, open.remove(0));
      }
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      if (Workshop.isFatal(e)) {
        throw e;
      }
      open.forEach(job -> failed(job, e)); // the model itself could not be opened
    }
  }

  private void measure(Path folder, OpenModel model, Job job) {
    workshop.log().event(job.id(), "begin", job.part());
    try {
      List<Measured> found = model.measure(job.request());
      boolean cancelled =
          found.stream().anyMatch(one -> one.result().outcome() == Outcome.CANCELLED);
      if (!cancelled) {
        MeasuredProbes.read(folder)
            .with(job.probe().key(), found.stream().map(one -> one.stored().id()).toList())
            .write(folder);
      }
      workshop.log().event(job.id(), cancelled ? "stop" : "end", job.part());
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      if (Workshop.isFatal(e)) {
        throw e;
      }
      failed(job, e);
    }
  }

  private void failed(Job job, Throwable failure) {
    workshop.log().event(job.id(), "failed", job.part());
    workshop
        .failures()
        .add(new Failure(job.id(), job.part(), job.probe().key(), FailureLedger.reason(failure)));
  }
}
