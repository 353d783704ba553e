package org.thalweg.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;
import org.thalweg.execution.Cancellation;

/**
 * Ctrl-C and SIGTERM. The first asks the work to stop between two units and to keep what it has;
 * the second, or patience running out, ends the process at once.
 */
final class Interrupts {
  static final int INTERRUPT = 2;
  static final int TERMINATE = 15;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger received = new AtomicInteger();
  private final PrintStream err;
  private final IntConsumer halt;
  private final Duration patience;

  /**
   * Not listening yet.
   *
   * @param err where to say what happens
   * @param halt ends the process with this exit code, without asking anyone
   */
  Interrupts(PrintStream err, IntConsumer halt) {
    this(err, halt, PATIENCE);
  }

  Interrupts(PrintStream err, IntConsumer halt, Duration patience) {
    this.err = err;
    this.halt = halt;
    this.patience = patience;
  }

  /** From now on the signals come here instead of ending the JVM. */
  void listen() {
    Signals.register("INT", () -> receive(INTERRUPT));
    Signals.register("TERM", () -> receive(TERMINATE));
  }

  void receive(int signal) {
    if (!received.compareAndSet(0, signal)) {
      halt.accept(ExitCode.SIGNAL + signal);
      return;
    }
    cancellation.request();
    err.printf("%nstopping and keeping what is done; press Ctrl-C again to stop at once%n");
    Thread watch = new Thread(() -> waitThenHalt(signal), "stop-watch");
    watch.setDaemon(true);
    watch.start();
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** The exit code of work that ended because it was asked to stop. */
  int exitCode() {
    int signal = received.get();
    return ExitCode.SIGNAL + (signal == 0 ? INTERRUPT : signal);
  }

  private void waitThenHalt(int signal) {
    try {
      Thread.sleep(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    err.printf("did not stop within %d s; ended%n", patience.toSeconds());
    halt.accept(ExitCode.SIGNAL + signal);
  }
}
