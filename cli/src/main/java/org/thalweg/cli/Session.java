package org.thalweg.cli;

import java.util.function.Supplier;
import org.thalweg.app.study.StudyListener;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;

/** Carries out one command: connects the use cases, shows progress, prints the result. */
final class Session {
  /** Read by the logging configuration when the first logger is made. */
  private static final String LOG_LEVEL = "thalweg.log.level";

  private final Console console;
  private final Supplier<UseCases> useCases;
  private final Interrupts interrupts;

  Session(Console console, Supplier<UseCases> useCases, Interrupts interrupts) {
    this.console = console;
    this.useCases = useCases;
    this.interrupts = interrupts;
  }

  /** One call of a use case. */
  interface Work {
    CommandOutput run(UseCases useCases, ProgressListener progress, Cancellation cancellation);
  }

  int run(OutputOptions options, Work work) {
    begin(options);
    CommandOutput output;
    try (ProgressDisplay progress = ProgressDisplay.on(console)) {
      output = work.run(useCases.get(), progress, interrupts.cancellation());
    }
    return end(options, output);
  }

  /** One call of a use case with many trials. */
  interface StudyWork {
    CommandOutput run(UseCases useCases, StudyListener listener, Cancellation cancellation);
  }

  int runStudy(OutputOptions options, StudyWork work) {
    begin(options);
    CommandOutput output;
    try (StudyDisplay display = StudyDisplay.on(console)) {
      output = work.run(useCases.get(), display, interrupts.cancellation());
    }
    return end(options, output);
  }

  /** A text as it is. */
  int print(String text) {
    console.out().print(text);
    return ExitCode.OK;
  }

  private void begin(OutputOptions options) {
    if (options.verbose()) {
      System.setProperty(LOG_LEVEL, "DEBUG");
    }
    interrupts.listen();
  }

  private int end(OutputOptions options, CommandOutput output) {
    if (options.json()) {
      console.out().println(output.json());
    } else {
      output.lines().forEach(console.out()::println);
    }
    return output.outcome() == Outcome.CANCELLED
        ? interrupts.exitCode()
        : ExitCode.of(output.outcome());
  }
}
