package org.thalweg.torch.engine;

import java.util.List;
import java.util.Optional;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** What an exception from native code means to a user. */
public final class NativeFailure {
  /** As libtorch, the C++ library and oneDNN say it. */
  private static final List<String> NO_MEMORY =
      List.of("can't allocate memory", "std::bad_alloc", "could not create a memory object");

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
            "use smaller chunks (--batch), fewer workers (--workers) or samples (--samples), or raise"
                + " the limit: -Dorg.bytedeco.javacpp.maxphysicalbytes=0");
  }

  /** Whether an exception from native code says that memory has run out. */
  public static boolean outOfMemory(RuntimeException failure) {
    return NO_MEMORY.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
  }

  /** The exception as it was, or an error with a code if it says that memory has run out. */
  public static RuntimeException explain(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    Optional<String> reason = NO_MEMORY.stream().filter(message::contains).findFirst();
    if (failure instanceof ThalwegException || reason.isEmpty()) {
      return failure;
    }
    String rest = message.substring(message.indexOf(reason.get()));
    return ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
        .expected("memory for one more tensor")
        .found(rest.lines().findFirst().orElse(rest))
        .because(failure)
        .next("use smaller chunks (--batch), fewer workers (--workers) or samples (--samples)");
  }
}
