package org.thalweg.app.study;

import java.util.Set;
import org.thalweg.app.Facilities;
import org.thalweg.app.SharedDatasets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.store.Durability;

/**
 * What all trials of a study share while it runs: the data, what failed, the log, the request to
 * stop.
 *
 * @param data read once
 * @param failures of this study
 * @param log what was done when
 * @param cancellation seen by every trial
 */
record Workshop(
    SharedDatasets data, FailureLedger failures, StudyLog log, Cancellation cancellation) {
  /** Seconds; a killed training loses at most about as much. */
  private static final double CHECKPOINT_SECONDS = 2;

  /** Failures of the machine: the next trial would fail in the same way. */
  private static final Set<ErrorCode> FATAL =
      Set.of(
          ErrorCode.DISK_FULL,
          ErrorCode.FILE_NOT_WRITABLE,
          ErrorCode.NATIVE_LIBRARY,
          ErrorCode.CANCELLED,
          ErrorCode.RUN_FOLDER_BUSY);

  Facilities facilities() {
    return new Facilities(data, CHECKPOINT_SECONDS, Durability.PROCESS);
  }

  boolean cancelled() {
    return cancellation.requested();
  }

  /** Whether a failure is no matter of one trial. */
  static boolean isFatal(Throwable failure) {
    return failure instanceof ThalwegException e && FATAL.contains(e.code());
  }
}
