package org.thalweg.torch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A fixed number of daemon threads for native work, each with one intra-op thread unless told
 * otherwise. With one worker there is no other thread: tasks run in the caller.
 */
public final class TensorWorkers implements AutoCloseable {
  private final int count;
  private final int threads;
  private final @Nullable ExecutorService executor;

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
    this.executor = count == 1 ? null : Executors.newFixedThreadPool(count, this::thread);
  }

  public int count() {
    return count;
  }

  /**
   * Runs all tasks and returns their results in the order of the tasks. Returns, also with an
   * exception, only when no task is running any more, since tasks may use native memory of the
   * caller.
   *
   * @throws RuntimeException what the first failed task threw, in the order of the tasks; {@code
   *     OUT_OF_MEMORY} if libtorch found none
   */
  public <T> List<T> run(List<? extends Callable<T>> tasks) {
    ExecutorService pool = executor;
    List<T> results = new ArrayList<>(tasks.size());
    if (pool == null) {
      Libtorch.threads(threads);
      tasks.forEach(task -> results.add(call(task)));
      return results;
    }
    List<Future<T>> futures = new ArrayList<>(tasks.size());
    tasks.forEach(task -> futures.add(pool.submit(() -> call(task))));
    Throwable failure = null;
    for (Future<T> future : futures) {
      try {
        results.add(await(future));
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        if (failure == null) {
          failure = cause;
        } else if (cause != null) {
          failure.addSuppressed(cause);
        }
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return results;
  }

  /** Ends the threads once they are idle. */
  @Override
  public void close() {
    if (executor != null) {
      executor.shutdown();
    }
  }

  private Thread thread(Runnable work) {
    Runnable prepared =
        () -> {
          Libtorch.threads(threads);
          work.run();
        };
    Thread thread = new Thread(prepared, "thalweg-tensor-worker");
    thread.setDaemon(true);
    return thread;
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

  /** Waits to the end even when interrupted, and leaves the interruption to the caller. */
  private static <T> T await(Future<T> future) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
