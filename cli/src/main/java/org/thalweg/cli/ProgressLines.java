package org.thalweg.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress as plain lines: the first and the last step of each activity; in between one line after
 * a tenth of the work, at most every five seconds and at least every thirty.
 */
final class ProgressLines implements ProgressDisplay {
  private static final long AT_MOST_EVERY = Duration.ofSeconds(5).toNanos();
  private static final long AT_LEAST_EVERY = Duration.ofSeconds(30).toNanos();
  private static final double STEP = 0.1;

  private final PrintStream err;
  private final LongSupplier clock;
  private String activity = "";
  private long startedAt;
  private long startedWith;
  private long printedAt;
  private long printed;

  /**
   * Nothing printed yet.
   *
   * @param clock nanoseconds
   */
  ProgressLines(PrintStream err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
  }

  @Override
  public synchronized void progress(String name, long done, long total) {
    long now = clock.getAsLong();
    boolean first = !name.equals(activity);
    if (first) {
      activity = name;
      startedAt = now;
      startedWith = done;
    }
    boolean last = done == total && printed != done;
    long since = now - printedAt;
    boolean due =
        since >= AT_LEAST_EVERY || (since >= AT_MOST_EVERY && done - printed >= STEP * total);
    if (first || last || due) {
      printedAt = now;
      printed = done;
      err.println(line(done, total, now));
    }
  }

  @Override
  public void close() {
    err.flush();
  }

  private String line(long done, long total, long now) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s: %d so far", activity, done);
    }
    String line =
        String.format(
            Locale.ROOT, "%s: %d of %d (%d %%)", activity, done, total, 100 * done / total);
    if (done > startedWith && done < total) {
      double seconds = (now - startedAt) / 1e9 / (done - startedWith) * (total - done);
      line += ", about " + duration(Math.round(seconds)) + " left";
    }
    return line;
  }

  private static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
  }
}
