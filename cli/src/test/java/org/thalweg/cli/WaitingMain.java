package org.thalweg.cli;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.thalweg.result.Outcome;

/**
 * The real entry point over work that never ends by itself: {@code slice} stops when asked, {@code
 * surface} does not listen, {@code report} prints more than any pipe holds.
 */
final class WaitingMain {
  private WaitingMain() {}

  public static void main(String[] arguments) {
    String command = arguments[0];
    RecordingUseCases useCases =
        new RecordingUseCases(
            (progress, cancellation) -> {
              System.out.println("a library that prints");
              if (command.equals("report")) {
                return CommandOutput.complete(List.of("x".repeat(1 << 22)), "{}");
              }
              progress.progress(command, 0, 100);
              while (!cancellation.requested() || command.equals("surface")) {
                LockSupport.parkNanos(1_000_000);
              }
              return new CommandOutput(List.of("kept"), "{\"kept\": true}", Outcome.CANCELLED);
            });
    Main.start(() -> useCases, arguments);
  }
}
