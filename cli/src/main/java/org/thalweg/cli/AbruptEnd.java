package org.thalweg.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jline.utils.Signals;

/**
 * The end of a process whose threads are still at work in native code. {@link Runtime#halt} calls
 * the C library's {@code exit}, whose handlers take libtorch apart under these threads: a crash
 * with a dump instead of an exit code. A process that dies by its signal runs no handlers, and the
 * shell hears the same code, 128 + signal. Nothing that is kept is lost: files appear by rename,
 * the records of a ledger carry checksums, and the system drops the locks.
 */
final class AbruptEnd {
  /** How long the signal that was sent may take to arrive. */
  private static final Duration DELIVERY = Duration.ofSeconds(5);

  private AbruptEnd() {}

  /**
   * Ends the process; does not return.
   *
   * @param code 128 + signal
   */
  static void now(int code) {
    int signal = code - ExitCode.SIGNAL;
    if (signal == Interrupts.INTERRUPT || signal == Interrupts.TERMINATE) {
      die(signal == Interrupts.INTERRUPT ? "INT" : "TERM");
    }
    Runtime.getRuntime().halt(code);
  }

  private static void die(String signal) {
    Signals.registerDefault(signal);
    long process = ProcessHandle.current().pid();
    try {
      // Java cannot send a signal to itself; every POSIX shell has this command built in.
      new ProcessBuilder(List.of("/bin/sh", "-c", "kill -" + signal + " " + process))
          .inheritIO()
          .start();
    } catch (IOException e) {
      return; // no such shell, as on Windows, where a process ends without its threads running on
    }
    LockSupport.parkNanos(DELIVERY.toNanos());
  }
}
