package org.thalweg.torch.engine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A daemon thread that runs something whenever it is told, and waits between: actively for some
 * milliseconds, then asleep. To wake a thread takes the system tens of microseconds, and a system
 * that has just been busy may put it on the processor of the caller; the steps of a small network
 * follow each other faster than that is put right. Threads of the class library's executors sleep
 * at once.
 */
final class WaitingThread implements AutoCloseable {
  /** How long it is worth waiting actively. */
  private static final long ACTIVE_NANOSECONDS = 5_000_000;

  private static final int LOOKS_BETWEEN_YIELDS = 64;

  /** What is to be run; one object for each time, equal to no other. */
  private static final class Call {
    private final Runnable work;

    Call(Runnable work) {
      this.work = work;
    }
  }

  private static final Call NOTHING = new Call(() -> {});

  private final Thread thread;
  private volatile Call latest = NOTHING;
  private volatile boolean asleep;
  private volatile boolean closed;

  /**
   * Not started yet.
   *
   * @param preparation what it does first
   */
  WaitingThread(String name, Runnable preparation) {
    thread =
        new Thread(
            () -> {
              preparation.run();
              waitAndRun();
            },
            name);
    thread.setDaemon(true);
  }

  WaitingThread start() {
    thread.start();
    return this;
  }

  /**
   * Has this run soon, and returns at once. If the thread is busy until the next call, it never
   * runs this.
   *
   * @param work must not throw
   */
  void call(Runnable work) {
    latest = new Call(work);
    wake();
  }

  /** Forgets what was called for, if that has not begun. */
  void forget() {
    latest = NOTHING;
  }

  private void wake() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  private void waitAndRun() {
    Call known = NOTHING;
    while (!closed) {
      known = next(known);
      known.work.run();
    }
  }

  /** The next call after this one, or nothing if the thread is to end. */
  private Call next(Call known) {
    while (!waitActively(() -> closed || isOther(known))) {
      sleep(known);
    }
    return closed ? NOTHING : latest;
  }

  @SuppressWarnings("ReferenceEquality") // a call is equal to no other
  private boolean isOther(Call known) {
    return latest != known;
  }

  /**
   * Looks again and again for a few milliseconds, and lets others have the processor meanwhile.
   *
   * @return whether it has come true
   */
  @SuppressWarnings("ThreadPriorityCheck") // yields as a courtesy; nothing relies on it
  static boolean waitActively(BooleanSupplier condition) {
    long start = System.nanoTime();
    for (int look = 1; !condition.getAsBoolean(); look++) {
      if (look % LOOKS_BETWEEN_YIELDS != 0) {
        Thread.onSpinWait();
      } else if (System.nanoTime() - start < ACTIVE_NANOSECONDS) {
        Thread.yield();
      } else {
        return false;
      }
    }
    return true;
  }

  /** Until woken, perhaps for nothing. */
  private void sleep(Call known) {
    asleep = true;
    if (!closed && !isOther(known)) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  /** Lets the thread end once it is idle. */
  @Override
  public void close() {
    closed = true;
    wake();
  }
}
