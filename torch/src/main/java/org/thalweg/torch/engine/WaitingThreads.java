package org.thalweg.torch.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Daemon threads that all run the same thing whenever they are told, and wait between: actively for
 * half a millisecond, then asleep. To wake a thread takes the system tens of microseconds, and it
 * may put the thread on the processor of the caller; the steps of a small network follow each other
 * faster than that. Executors of the class library let their threads sleep at once.
 */
final class WaitingThreads implements AutoCloseable {
  /** How long it is worth waiting actively. */
  static final long ACTIVE_NANOSECONDS = 500_000;

  private static final int LOOKS_BETWEEN_YIELDS = 64;

  /** What is to be run; one object for each time. */
  private record Call(Runnable work) {}

  private static final Call NOTHING = new Call(() -> {});

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private final AtomicInteger asleep = new AtomicInteger();
  private volatile Call latest = NOTHING;
  private volatile boolean closed;

  /**
   * Starts the threads.
   *
   * @param preparation what each of them does first
   */
  WaitingThreads(int count, String name, Runnable preparation) {
    try {
      for (int i = 0; i < count; i++) {
        start(name, preparation);
      }
    } catch (OutOfMemoryError e) {
      close(); // those that run
      throw e;
    }
  }

  private void start(String name, Runnable preparation) {
    Thread thread =
        new Thread(
            () -> {
              preparation.run();
              waitAndRun();
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Lets every thread that is free run this soon, and returns at once. A thread that is busy for
   * too long may miss it.
   *
   * @param work must not throw
   */
  void call(Runnable work) {
    call(new Call(work));
  }

  /** Forgets what was called for: no thread begins it any more. */
  void forget() {
    latest = NOTHING;
  }

  private void call(Call call) {
    latest = call;
    if (asleep.get() > 0) {
      lock.lock();
      try {
        called.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void waitAndRun() {
    Call known = NOTHING;
    while (!closed) {
      known = next(known);
      known.work().run();
    }
  }

  /** The next call after this one, or the same if the threads are closed. */
  private Call next(Call known) {
    long start = System.nanoTime();
    for (int look = 1; !closed; look++) {
      Call call = latest;
      if (call != known) {
        return call;
      }
      if (look % LOOKS_BETWEEN_YIELDS != 0) {
        Thread.onSpinWait();
      } else if (System.nanoTime() - start < ACTIVE_NANOSECONDS) {
        Thread.yield();
      } else {
        sleep(known);
      }
    }
    return NOTHING;
  }

  private void sleep(Call known) {
    lock.lock();
    try {
      asleep.incrementAndGet();
      while (latest == known && !closed) {
        called.awaitUninterruptibly();
      }
      asleep.decrementAndGet();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the threads once they are idle. */
  @Override
  public void close() {
    closed = true;
    call(NOTHING);
  }
}
