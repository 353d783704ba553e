package org.thalweg.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/** From arguments to an exit code; every failure is told here and nowhere else. */
final class Frame {
  private final Console console;
  private final Supplier<UseCases> useCases;
  private final Interrupts interrupts;

  Frame(Console console, Supplier<UseCases> useCases, Interrupts interrupts) {
    this.console = console;
    this.useCases = useCases;
    this.interrupts = interrupts;
  }

  @SuppressWarnings("CatchThrowable") // An Error must be told like any other failure.
  int run(String... arguments) {
    boolean debug = List.of(arguments).contains(OutputOptions.DEBUG);
    FailureReport failures = new FailureReport(console.err(), interrupts, debug);
    try {
      return commandLine(failures).execute(arguments);
    } catch (Throwable failure) {
      return failures.tell(failure);
    }
  }

  private CommandLine commandLine(FailureReport failures) {
    return ThalwegCommand.commandLine(new Session(console, useCases, interrupts))
        .setOut(new PrintWriter(console.out(), false, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(Math.min(100, Math.max(80, console.columns())))
        .setParameterExceptionHandler(new UsageFailure(failures)::handle)
        .setExecutionExceptionHandler((failure, command, parsed) -> failures.tell(failure));
  }
}
