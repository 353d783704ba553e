package org.thalweg.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WaitingThreadTest {
  /** Shorter than the thread waits actively, and longer. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 12})
  void runsWhateverIsCalled(int pauseMilliseconds) throws Exception {
    try (WaitingThread thread = new WaitingThread("test", () -> {}).start()) {
      for (int round = 0; round < 50; round++) {
        Thread.sleep(pauseMilliseconds);
        BlockingQueue<String> ran = new ArrayBlockingQueue<>(1);
        thread.call(() -> ran.add(Thread.currentThread().getName()));
        assertThat(ran.poll(30, TimeUnit.SECONDS)).as("round %d", round).isEqualTo("test");
      }
    }
  }

  @Test
  void aBusyThreadMissesACallThatIsForgottenAndTakesTheNext() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    AtomicBoolean missed = new AtomicBoolean(true);
    try (WaitingThread thread = new WaitingThread("test", () -> {}).start()) {
      thread.call(
          () -> {
            busy.countDown();
            await(go);
          });
      await(busy);
      thread.call(() -> missed.set(false));
      thread.forget();
      thread.call(last::countDown);
      go.countDown();
      assertThat(last.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(missed).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void endsWhenClosedAwakeOrAsleep(int pauseMilliseconds) throws Exception {
    BlockingQueue<Thread> started = new ArrayBlockingQueue<>(1);
    WaitingThread thread =
        new WaitingThread("test", () -> started.add(Thread.currentThread())).start();
    Thread running = started.take();
    Thread.sleep(pauseMilliseconds);
    thread.close();
    running.join(30_000);
    assertThat(running.isAlive()).isFalse();
  }

  @Test
  void workersMayBeUsedWithinTheirOwnTasks() {
    try (TensorWorkers workers = new TensorWorkers(2)) {
      Callable<Integer> one = () -> 1;
      Callable<Integer> three = () -> workers.run(Collections.nCopies(3, one)).size();
      for (int round = 0; round < 100; round++) {
        assertThat(workers.run(Collections.nCopies(4, three))).containsExactly(3, 3, 3, 3);
      }
      Callable<Integer> failing =
          () -> {
            throw new IllegalArgumentException("inside");
          };
      assertThatThrownBy(() -> workers.run(Collections.nCopies(2, failing))).hasMessage("inside");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
