package org.thalweg.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Starts the command line. */
public final class Main {
  /** Set by the launcher, since Java cannot tell whether standard error is a terminal. */
  private static final String TERMINAL = "thalweg.terminal";

  private static final int USUAL_COLUMNS = 80;

  private Main() {}

  public static void main(String[] arguments) {
    start(ConnectedUseCases::new, arguments);
  }

  /** Runs one command against these use cases, created only when a command needs them. */
  static void start(Supplier<UseCases> useCases, String... arguments) {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // Whatever a library prints must not get between the lines of a JSON document.
    System.setOut(err);
    System.setErr(err);
    Console console = new Console(out, err, Boolean.getBoolean(TERMINAL), columns());
    Interrupts interrupts = new Interrupts(err, AbruptEnd::now);
    int code = new Frame(console, useCases, interrupts).run(arguments);
    out.flush();
    System.exit(FailureReport.checkOutput(output, err, code));
  }

  private static int columns() {
    try {
      return Math.max(40, Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException e) {
      return USUAL_COLUMNS;
    }
  }
}
