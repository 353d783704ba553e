package org.thalweg.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.thalweg.app.study.StudyProgress;

/**
 * A study's progress as plain lines: at the start, at the end, and after a tenth of the work, at
 * most every five seconds and at least every thirty; messages as they come.
 */
final class StudyLines implements StudyDisplay {
  private static final long AT_MOST_EVERY = Duration.ofSeconds(5).toNanos();
  private static final long AT_LEAST_EVERY = Duration.ofSeconds(30).toNanos();

  private final PrintStream err;
  private final LongSupplier clock;
  private boolean begun;
  private long printedAt;
  private int printed;

  /**
   * Nothing printed yet.
   *
   * @param clock nanoseconds
   */
  StudyLines(PrintStream err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
  }

  @Override
  public synchronized void progress(StudyProgress progress) {
    long now = clock.getAsLong();
    long since = now - printedAt;
    boolean last = progress.done() == progress.total() && printed != progress.done();
    boolean due =
        since >= AT_LEAST_EVERY
            || (since >= AT_MOST_EVERY && 10 * (progress.done() - printed) >= progress.total());
    if (!begun || last || due) {
      begun = true;
      printedAt = now;
      printed = progress.done();
      err.println(line(progress));
    }
  }

  @Override
  public synchronized void message(String line) {
    err.println(line);
  }

  @Override
  public void close() {
    err.flush();
  }

  private static String line(StudyProgress progress) {
    int failed = progress.cells().stream().mapToInt(StudyProgress.CellProgress::failed).sum();
    return "study: %d of %d%s%s"
        .formatted(
            progress.done(),
            progress.total(),
            failed == 0 ? "" : ", %d failed".formatted(failed),
            Durations.left(progress.secondsLeft()));
  }
}
