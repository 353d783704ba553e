package org.thalweg.torch.engine;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** What an exception from native code means to a user. */
final class NativeFailure {
  private static final String NO_MEMORY = "can't allocate memory";

  private static final String LIMIT = "Physical memory usage is too high";

  private NativeFailure() {}

  /** The error as it was, or one with a code if JavaCPP's limit for the process is reached. */
  static RuntimeException explain(OutOfMemoryError failure) {
    String message = String.valueOf(failure.getMessage());
    if (!message.contains(LIMIT) && !String.valueOf(failure.getCause()).contains(LIMIT)) {
      throw failure;
    }
    return ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
        .expected("no more native memory than the limit of this process")
        .found(message)
        .because(failure)
        .next(
            "use smaller chunks, fewer workers or less memory for graphs, or raise the limit:"
                + " -Dorg.bytedeco.javacpp.maxphysicalbytes=0");
  }

  /** The exception as it was, or an error with a code if it says that memory has run out. */
  static RuntimeException explain(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    int start = message.indexOf(NO_MEMORY);
    if (failure instanceof ThalwegException || start < 0) {
      return failure;
    }
    return ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
        .expected("memory for one more tensor")
        .found(message.substring(start).lines().findFirst().orElse(NO_MEMORY))
        .because(failure)
        .next("use fewer samples, smaller chunks, fewer workers or less memory for graphs");
  }
}
