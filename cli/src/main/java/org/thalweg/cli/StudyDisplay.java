package org.thalweg.cli;

import org.thalweg.app.study.StudyListener;

/** A study's progress as a person sees it, until closed. */
interface StudyDisplay extends StudyListener, AutoCloseable {
  /** A table that lives on a terminal, lines anywhere else. */
  static StudyDisplay on(Console console) {
    return console.terminal()
        ? new StudyBoard(console.err(), console.columns())
        : new StudyLines(console.err(), System::nanoTime);
  }

  @Override
  void close();
}
