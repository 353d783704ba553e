package org.thalweg.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Objective;
import org.thalweg.objective.Restriction;

/**
 * One evaluation of pending points over threads: the state that the workers share. The caller is
 * one of them: a thread that only waited would keep the others from the processor it ran on until
 * the system notices, which takes longer than a small surface.
 */
final class LocalRun {
  private final Objective objective;
  private final PointPlan plan;
  private final PointLedger ledger;
  private final ExecutionOptions options;
  private final @Nullable Evaluation[] known;
  private final int[] pending;
  private final int piece;

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Object replicating = new Object();
  private final Object reporting = new Object();
  private int done;

  /**
   * A run that has not started.
   *
   * @param known filled at the pending numbers; each entry is written by one worker, and read by
   *     the caller after {@link #run}
   * @param pending the numbers of the points to evaluate
   * @param piece how many points a worker takes at once, at most
   */
  LocalRun(
      Objective objective,
      PointPlan plan,
      PointLedger ledger,
      ExecutionOptions options,
      @Nullable Evaluation[] known,
      int[] pending,
      int piece) {
    this.objective = objective;
    this.plan = plan;
    this.ledger = ledger;
    this.options = options;
    this.known = known;
    this.pending = pending;
    this.piece = piece;
    this.done = known.length - pending.length;
  }

  /** Returns when all threads have ended; throws the first failure of any of them. */
  void run() {
    report(0);
    if (pending.length == 0) {
      return;
    }
    int pieces = (pending.length + piece - 1) / piece;
    int others = Math.min(options.workers(), pieces) - 1;
    CountDownLatch running = new CountDownLatch(others);
    for (int i = 0; i < others; i++) {
      start("thalweg-" + plan.activity() + "-" + (i + 1), running);
    }
    work();
    awaitAll(running);
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void start(String name, CountDownLatch running) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work();
              } finally {
                running.countDown();
              }
            },
            name);
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (Throwable e) {
      // The machine has no thread left: those that run must still be waited for.
      fail(e);
      running.countDown();
    }
  }

  /** Interrupting the caller asks for a stop; the interrupt is kept for whoever looks next. */
  private void awaitAll(CountDownLatch running) {
    boolean interrupted = false;
    while (true) {
      try {
        running.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        options.cancellation().request();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    if (stopped()) {
      return;
    }
    try (Objective replica = replica();
        Restriction restriction = replica.along(plan.subspace())) {
      int taken = Math.min(piece, restriction.together());
      while (!stopped()) {
        int start = next.getAndAdd(taken);
        if (start >= pending.length) {
          return;
        }
        evaluate(restriction, start, Math.min(start + taken, pending.length));
      }
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void evaluate(Restriction restriction, int start, int end) {
    List<double[]> coefficients = new ArrayList<>(end - start);
    for (int i = start; i < end; i++) {
      coefficients.add(plan.coefficients().get(pending[i]));
    }
    List<Evaluation> evaluations = restriction.evaluate(coefficients);
    if (evaluations.size() != coefficients.size()) {
      throw ThalwegException.of(ErrorCode.INTERNAL)
          .expected(coefficients.size() + " evaluations, one for each point")
          .found(evaluations.size() + " evaluations")
          .next("report this, naming the objective: " + objective.getClass().getName());
    }
    for (int i = start; i < end; i++) {
      ledger.record(pending[i], evaluations.get(i - start));
      known[pending[i]] = evaluations.get(i - start);
    }
    report(end - start);
  }

  private void report(int more) {
    synchronized (reporting) {
      done += more;
      options.listener().progress(plan.activity(), done, known.length);
    }
  }

  private Objective replica() {
    synchronized (replicating) {
      return objective.replicate();
    }
  }

  private boolean stopped() {
    if (Thread.currentThread().isInterrupted()) {
      options.cancellation().request();
    }
    return failure.get() != null || options.cancellation().requested();
  }

  private void fail(Throwable thrown) {
    if (!failure.compareAndSet(null, thrown)) {
      Throwable first = failure.get();
      if (first != null && first != thrown) {
        first.addSuppressed(thrown);
      }
    }
  }
}
