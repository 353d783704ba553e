package org.thalweg.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream from which nothing has come for a while, so that its reader does not hang. */
final class Watchdog implements AutoCloseable {
  private final ScheduledExecutorService clock;
  private volatile long lastSign = System.nanoTime();
  private volatile boolean barked;

  Watchdog(InputStream body, Duration patience) {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "download-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    long step = Math.max(1, patience.toMillis() / 4);
    var unused =
        clock.scheduleWithFixedDelay(() -> look(body, patience), step, step, TimeUnit.MILLISECONDS);
  }

  private void look(InputStream body, Duration patience) {
    if (System.nanoTime() - lastSign > patience.toNanos()) {
      barked = true;
      try {
        body.close();
      } catch (IOException e) {
        // the reader meets the same failure
        lastSign = System.nanoTime();
      }
    }
  }

  void alive() {
    lastSign = System.nanoTime();
  }

  boolean barked() {
    return barked;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
