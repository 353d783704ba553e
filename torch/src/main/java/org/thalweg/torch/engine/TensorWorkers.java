package org.thalweg.torch.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A fixed number of workers for native work, each with one intra-op thread unless told otherwise.
 * One of them is the caller, the others are daemon threads: a caller that waited would first have
 * to be woken, and small tasks end sooner than that.
 */
public final class TensorWorkers implements AutoCloseable {
  private final int count;
  private final int threads;
  private final List<WaitingThread> others = new ArrayList<>();

  public TensorWorkers(int count) {
    this(count, 1);
  }

  /**
   * With several intra-op threads for each worker.
   *
   * @param threads of libtorch within one operation
   */
  public TensorWorkers(int count, int threads) {
    if (count < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least one worker")
          .found(count + " workers")
          .next("use as many workers as there are processor cores, or 1");
    }
    Libtorch.threads(threads);
    this.count = count;
    this.threads = threads;
  }

  public int count() {
    return count;
  }

  /**
   * Runs all tasks and returns their results in the order of the tasks. Returns, also with an
   * exception, only when no task is running any more, since tasks may use native memory of the
   * caller. Alone, the caller stops at the first failure; several workers go on with the others.
   *
   * @throws RuntimeException what the first failed task threw, in the order of the tasks; {@code
   *     OUT_OF_MEMORY} if libtorch found none
   */
  public <T> List<T> run(List<? extends Callable<T>> tasks) {
    Libtorch.threads(threads);
    if (count == 1 || tasks.size() < 2) {
      List<T> results = new ArrayList<>(tasks.size());
      tasks.forEach(task -> results.add(call(task)));
      return results;
    }
    Round<T> round = new Round<>(tasks);
    List<WaitingThread> called = others(Math.min(count, tasks.size()) - 1);
    called.forEach(thread -> thread.call(round::work));
    round.work();
    round.await();
    called.forEach(WaitingThread::forget);
    return round.results();
  }

  /** Ends the threads once they are idle. */
  @Override
  public synchronized void close() {
    others.forEach(WaitingThread::close);
  }

  /** So many threads beside the caller, started when first needed. */
  private synchronized List<WaitingThread> others(int wanted) {
    while (others.size() < wanted) {
      others.add(
          new WaitingThread("thalweg-tensor-worker", () -> Libtorch.threads(threads)).start());
    }
    return List.copyOf(others.subList(0, wanted));
  }

  private static <T> T call(Callable<T> task) {
    try {
      return task.call();
    } catch (RuntimeException e) {
      throw NativeFailure.explain(e);
    } catch (OutOfMemoryError e) {
      throw NativeFailure.explain(e);
    } catch (Exception e) {
      throw new IllegalStateException("a task failed", e);
    }
  }

  /** Some tasks, and what came of each; workers take one after the other. */
  private static final class Round<T> {
    private final List<? extends Callable<T>> tasks;
    private final List<@Nullable T> results;
    private final @Nullable Throwable[] failures;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch running;

    Round(List<? extends Callable<T>> tasks) {
      this.tasks = tasks;
      this.results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
      this.failures = new Throwable[tasks.size()];
      this.running = new CountDownLatch(tasks.size());
    }

    /** Until no task is left that nobody has begun; who comes late finds none. */
    void work() {
      for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
        try {
          results.set(i, call(tasks.get(i)));
        } catch (RuntimeException | Error e) {
          failures[i] = e;
        } finally {
          running.countDown();
        }
      }
    }

    /** Waits to the end even when interrupted, and leaves the interruption to the caller. */
    void await() {
      if (WaitingThread.waitActively(() -> running.getCount() == 0)) {
        return;
      }
      boolean interrupted = false;
      while (true) {
        try {
          running.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /** In the order of the tasks, when all have ended. */
    @SuppressWarnings("NullAway") // a task that did not fail has a result
    List<T> results() {
      Throwable first = null;
      for (Throwable failure : failures) {
        if (first == null) {
          first = failure;
        } else if (failure != null && failure != first) {
          first.addSuppressed(failure);
        }
      }
      if (first instanceof Error error) {
        throw error;
      }
      if (first instanceof RuntimeException exception) {
        throw exception;
      }
      return results;
    }
  }
}
