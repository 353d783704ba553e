package org.thalweg.cli;

import org.thalweg.error.ErrorCode;
import org.thalweg.result.Outcome;

/** What the shell hears. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  /** Added to the number of a signal that ended the work, as shells do. */
  static final int SIGNAL = 128;

  private ExitCode() {}

  static int of(ErrorCode code) {
    return code.kind() == ErrorCode.Kind.USAGE ? USAGE : FAILED;
  }

  /** A budget that ran out is an answer with its uncertainty; a NaN or a stop is not. */
  static int of(Outcome outcome) {
    return switch (outcome) {
      case CONVERGED, BUDGET_EXHAUSTED -> OK;
      case NON_FINITE, CANCELLED, NOT_APPLICABLE -> FAILED;
    };
  }
}
