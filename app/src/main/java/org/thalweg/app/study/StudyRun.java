package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.thalweg.app.study.Observer.Observed;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Series;
import org.thalweg.study.observation.StudyObservations;

/** One call of a study under way: its workers, what they have observed, tables after each block. */
final class StudyRun {
  private final StudyRequest request;
  private final StudyPlan plan;
  private final Workshop workshop;
  private final StudyFolder folder;
  private final Observer observer;
  private final TaskQueue queue;
  private final StudyDisplay display;
  private final Map<String, Observed> trials = new ConcurrentHashMap<>();
  private final Map<String, Observation> pairs = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> fatal = new AtomicReference<>();

  StudyRun(
      StudyRequest request,
      StudyPlan plan,
      List<StudyTask> tasks,
      Workshop workshop,
      StudyFolder folder,
      StudyDisplay display) {
    this.request = request;
    this.plan = plan;
    this.workshop = workshop;
    this.folder = folder;
    this.observer = new Observer(request.study(), workshop.failures());
    this.queue = new TaskQueue(tasks);
    this.display = display;
  }

  /** Carries everything out, or as much as there was time for; throws what stopped all of it. */
  void run(int workers) {
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < workers; number++) {
      int worker = number;
      Thread thread = new Thread(() -> work(worker), "thalweg-study-" + number);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    threads.forEach(StudyRun::join);
    writeTables();
    Throwable failure = fatal.get();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception && !workshop.cancelled()) {
      throw exception;
    }
  }

  @SuppressWarnings("CatchThrowable") // told to the caller, in whose thread nothing is thrown
  private void work(int worker) {
    TrialWork work = new TrialWork(workshop);
    try {
      Optional<StudyTask> next = queue.take();
      while (next.isPresent() && !workshop.cancelled()) {
        carryOut(next.get(), work, worker);
        next = queue.take();
      }
    } catch (Throwable failure) {
      fatal.compareAndSet(null, failure);
      queue.close();
    }
    if (workshop.cancelled()) {
      queue.close();
    }
  }

  private void carryOut(StudyTask task, TrialWork work, int worker) {
    display.begin(worker, task);
    task.run(work, (activity, done, total) -> display.activity(worker, activity, done, total));
    if (workshop.cancelled()) {
      return;
    }
    Observation observation = observe(task);
    boolean blockDone = queue.finished(task);
    display.end(worker, task, observation);
    if (blockDone) {
      writeTables();
      display.blockDone(task.block());
    }
  }

  private Observation observe(StudyTask task) {
    if (task instanceof StudyTask.OfTrial trial) {
      Observed observed = observer.observe(trial.planned());
      trials.put(task.id(), observed);
      return observed.observation();
    }
    Observation observation = observer.observe(((StudyTask.OfPair) task).pair());
    pairs.put(task.id(), observation);
    return observation;
  }

  /** One at a time, so that the last one to be written is the newest. */
  private synchronized void writeTables() {
    folder.writeTables(observations());
  }

  /** Everything so far; what this call has not looked at is read from the folders. */
  synchronized StudyObservations observations() {
    List<Observation> rows = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    for (PlannedTrial planned : plan.trials()) {
      Observed observed =
          Optional.ofNullable(trials.get(planned.id())).orElseGet(() -> observer.observe(planned));
      rows.add(inCell(observed.observation(), planned));
      series.addAll(observed.series());
    }
    List<Observation> between =
        plan.pairs().stream()
            .map(
                pair ->
                    Optional.ofNullable(pairs.get(pair.id()))
                        .orElseGet(() -> observer.observe(pair)))
            .toList();
    return new StudyObservations(
        request.study(), rows, between, series.stream().distinct().toList());
  }

  /** Two cells may stand for one training. */
  private static Observation inCell(Observation one, PlannedTrial planned) {
    return new Observation(
        one.id(),
        planned.trial().cell().levels(),
        one.seed(),
        one.state(),
        one.values(),
        one.note());
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
