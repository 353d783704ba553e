package org.thalweg.execution;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request to stop, seen by every worker between two units of work. */
public final class Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();

  public void request() {
    requested.set(true);
  }

  public boolean requested() {
    return requested.get();
  }
}
