package org.thalweg.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Tells a failure in words with a next step, and as an exit code. */
final class FailureReport {
  private final PrintStream err;
  private final Interrupts interrupts;
  private final boolean debug;

  FailureReport(PrintStream err, Interrupts interrupts, boolean debug) {
    this.err = err;
    this.interrupts = interrupts;
    this.debug = debug;
  }

  int tell(Throwable failure) {
    if (failure instanceof ThalwegException known && known.code() != ErrorCode.INTERNAL) {
      return tellKnown(known);
    }
    if (failure instanceof OutOfMemoryError) {
      return tellKnown(
          ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
              .expected("memory for the work")
              .found(String.valueOf(failure.getMessage()))
              .because(failure)
              .next(
                  "use fewer --samples, a smaller --batch or fewer --workers, or allow more heap:"
                      + " THALWEG_JAVA_OPTS=-Xmx4g"));
    }
    return tellDefect(failure);
  }

  /** The exit code when the result could not be written either. */
  static int checkOutput(StandardOutput output, PrintStream err, int code) {
    IOException failure = output.failure();
    if (failure == null) {
      return code;
    }
    err.println(
        ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
            .expected("standard output to take the result")
            .found(String.valueOf(failure.getMessage()))
            .next("write it to a place with room")
            .getMessage());
    return code == ExitCode.OK ? ExitCode.FAILED : code;
  }

  private int tellKnown(ThalwegException failure) {
    err.println(failure.getMessage());
    if (debug) {
      failure.printStackTrace(err);
    }
    return failure.code() == ErrorCode.CANCELLED
        ? interrupts.exitCode()
        : ExitCode.of(failure.code());
  }

  private int tellDefect(Throwable failure) {
    ErrorCode code = ErrorCode.INTERNAL;
    if (failure instanceof ThalwegException known) {
      err.println(known.getMessage());
    } else {
      String message = failure.toString().lines().findFirst().orElse("");
      err.printf("%s %s: %s%n", code.id(), code.summary(), message);
    }
    if (debug) {
      failure.printStackTrace(err);
    }
    err.printf("  next:     report it with %s%n", keep(failure));
    return ExitCode.of(code);
  }

  private static String keep(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Files.createTempFile("thalweg-defect-", ".txt");
      Files.writeString(file, Version.text() + System.lineSeparator() + trace);
      return file.toString();
    } catch (IOException e) {
      return "what " + OutputOptions.DEBUG + " shows; no file could be written: " + e.getMessage();
    }
  }
}
