package org.thalweg.cli;

import org.thalweg.execution.ProgressListener;

/** Progress as a person sees it, until closed. */
interface ProgressDisplay extends ProgressListener, AutoCloseable {
  /** A bar on a terminal, lines anywhere else. */
  static ProgressDisplay on(Console console) {
    return console.terminal()
        ? new ProgressBars(console.err(), console.columns())
        : new ProgressLines(console.err(), System::nanoTime);
  }

  @Override
  void close();
}
