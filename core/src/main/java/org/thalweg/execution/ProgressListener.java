package org.thalweg.execution;

/** Hears how far work has come. Called from any worker, one call at a time. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Hears of progress.
   *
   * @param activity what is being done, e.g. {@code "surface"}
   * @param done units finished, those resumed from a ledger included
   * @param total units in all; −1 when it cannot be known
   */
  void progress(String activity, long done, long total);

  /** Listens to nothing. */
  static ProgressListener silent() {
    return (activity, done, total) -> {};
  }
}
