package org.thalweg.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WaitingThreadsTest {
  /** Shorter than threads wait actively, and longer. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void everyThreadRunsWhatIsCalled(int pauseMilliseconds) throws Exception {
    try (WaitingThreads threads = new WaitingThreads(3, "test", () -> {})) {
      for (int round = 0; round < 50; round++) {
        Thread.sleep(pauseMilliseconds);
        Set<Thread> seen = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch ran = new CountDownLatch(3);
        threads.call(
            () -> {
              seen.add(Thread.currentThread());
              ran.countDown();
            });
        assertThat(ran.await(30, TimeUnit.SECONDS)).as("round %d", round).isTrue();
        assertThat(seen).hasSize(3).doesNotContain(Thread.currentThread());
      }
    }
  }

  @Test
  void aThreadThatIsBusyMissesACallAndTakesTheNext() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    try (WaitingThreads threads = new WaitingThreads(1, "test", () -> {})) {
      threads.call(
          () -> {
            busy.countDown();
            await(go);
          });
      await(busy);
      threads.call(
          () -> {
            throw new AssertionError("forgotten before any thread was free");
          });
      threads.forget();
      threads.call(last::countDown);
      go.countDown();
      assertThat(last.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void threadsEndWhenClosedAwakeOrAsleep(int pauseMilliseconds) throws Exception {
    Set<Thread> started = Collections.synchronizedSet(new HashSet<>());
    CountDownLatch all = new CountDownLatch(2);
    WaitingThreads threads =
        new WaitingThreads(
            2,
            "test",
            () -> {
              started.add(Thread.currentThread());
              all.countDown();
            });
    await(all);
    Thread.sleep(pauseMilliseconds);
    threads.close();
    for (Thread thread : started) {
      thread.join(30_000);
      assertThat(thread.isAlive()).isFalse();
    }
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
