package org.thalweg.cli;

import java.util.function.Supplier;
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
    if (options.verbose()) {
      System.setProperty(LOG_LEVEL, "DEBUG");
    }
    interrupts.listen();
    CommandOutput output;
    try (ProgressDisplay progress = ProgressDisplay.on(console)) {
      output = work.run(useCases.get(), progress, interrupts.cancellation());
    }
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
