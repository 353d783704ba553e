package org.thalweg.app.study;

/** Hears how a study goes. Called from any worker, one call at a time. */
public interface StudyListener {
  /** Something changed. */
  void progress(StudyProgress progress);

  /** Something worth a line: a trial failed, a block of seeds is complete. */
  void message(String line);

  /** Listens to nothing. */
  static StudyListener silent() {
    return new StudyListener() {
      @Override
      public void progress(StudyProgress progress) {}

      @Override
      public void message(String line) {}
    };
  }
}
