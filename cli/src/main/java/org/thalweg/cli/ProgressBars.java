package org.thalweg.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One bar with the time left for each activity. */
final class ProgressBars implements ProgressDisplay {
  private final PrintStream err;
  private final int columns;
  private @Nullable ProgressBar bar;
  private String activity = "";

  ProgressBars(PrintStream err, int columns) {
    this.err = err;
    this.columns = columns;
  }

  @Override
  public synchronized void progress(String name, long done, long total) {
    ProgressBar current = bar;
    if (current == null || !name.equals(activity)) {
      close();
      activity = name;
      current = start(name, done, total);
      bar = current;
    }
    current.maxHint(total);
    current.stepTo(done);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private ProgressBar start(String name, long done, long total) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(total)
        // What was resumed took no time and must not make the estimate too hopeful.
        .startsFrom(done, Duration.ZERO)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        // Given, because asking the terminal would take the signals away from us.
        .setConsumer(new ConsoleProgressBarConsumer(err, columns - 1))
        .build();
  }
}
