package org.thalweg.execution;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How work is carried out; never changes what comes out.
 *
 * @param workers threads that evaluate points, 1 to 1024
 * @param listener hears of progress
 * @param cancellation asks the work to stop
 */
public record ExecutionOptions(int workers, ProgressListener listener, Cancellation cancellation) {
  /** More threads than any machine has cores for; each costs a replica of the objective. */
  private static final int MOST_WORKERS = 1024;

  public ExecutionOptions {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("1 to " + MOST_WORKERS + " workers")
          .found(workers + " workers")
          .next("give a positive number of workers, at most the number of cores");
    }
  }

  /** One worker, nobody listening. */
  public static ExecutionOptions defaults() {
    return new ExecutionOptions(1, ProgressListener.silent(), new Cancellation());
  }

  public ExecutionOptions withWorkers(int number) {
    return new ExecutionOptions(number, listener, cancellation);
  }

  public ExecutionOptions withListener(ProgressListener other) {
    return new ExecutionOptions(workers, other, cancellation);
  }

  public ExecutionOptions withCancellation(Cancellation other) {
    return new ExecutionOptions(workers, listener, other);
  }
}
