package org.thalweg.execution;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How work is carried out; never changes what comes out.
 *
 * @param workers threads that evaluate points, at least 1
 * @param listener hears of progress
 * @param cancellation asks the work to stop
 */
public record ExecutionOptions(int workers, ProgressListener listener, Cancellation cancellation) {
  public ExecutionOptions {
    if (workers < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least 1 worker")
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
