package org.thalweg.cli;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Stands where the use cases will be connected. */
final class NotConnected {
  private NotConnected() {}

  @SuppressWarnings("DoNotCallSuggester") // For now.
  static UseCases useCases() {
    throw ThalwegException.of(ErrorCode.INTERNAL)
        .expected("use cases behind the commands")
        .found("none in this build")
        .next("use a later version");
  }
}
