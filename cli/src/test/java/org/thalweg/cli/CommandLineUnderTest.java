package org.thalweg.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the command line in this JVM against use cases that only record. */
final class CommandLineUnderTest {
  final RecordingUseCases useCases;
  final Interrupts interrupts;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
  private boolean terminal;

  CommandLineUnderTest(RecordingUseCases.Behaviour behaviour) {
    useCases = new RecordingUseCases(behaviour);
    interrupts = new Interrupts(errStream, code -> {});
  }

  CommandLineUnderTest() {
    this((progress, cancellation) -> CommandOutput.complete(List.of("done"), "{\"a\": 1}"));
  }

  CommandLineUnderTest onTerminal() {
    terminal = true;
    return this;
  }

  int run(String... arguments) {
    Console console = new Console(outStream, errStream, terminal, 80);
    return new Frame(console, () -> useCases, interrupts).run(arguments);
  }

  /** The request that these arguments made. */
  Object request(String... arguments) {
    int code = run(arguments);
    if (code != 0) {
      throw new AssertionError("exit code " + code + ": " + err());
    }
    return useCases.requests.get(useCases.requests.size() - 1);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
