package org.thalweg.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ThalwegException;

class TensorWorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void resultsComeInTheOrderOfTheTasks(int count) {
    try (TensorWorkers workers = new TensorWorkers(count)) {
      List<Callable<Integer>> tasks =
          IntStream.range(0, 20).mapToObj(i -> (Callable<Integer>) () -> i * i).toList();
      assertThat(workers.run(tasks))
          .containsExactlyElementsOf(IntStream.range(0, 20).map(i -> i * i).boxed().toList());
    }
  }

  @Test
  void workersWorkSideBySideWithOneNativeThreadEach() {
    try (TensorWorkers workers = new TensorWorkers(2)) {
      CountDownLatch both = new CountDownLatch(2);
      Callable<Integer> task =
          () -> {
            both.countDown();
            both.await();
            return torch.get_num_threads();
          };
      assertThat(workers.run(List.of(task, task))).containsExactly(1, 1);
    }
  }

  @Test
  void theFirstFailureIsThrownAfterAllTasksHaveEnded() {
    AtomicInteger ended = new AtomicInteger();
    try (TensorWorkers workers = new TensorWorkers(2)) {
      Callable<Integer> good = ended::incrementAndGet;
      Callable<Integer> bad =
          () -> {
            throw new IllegalArgumentException("first");
          };
      Callable<Integer> worse =
          () -> {
            throw new AssertionError("second");
          };
      assertThatThrownBy(() -> workers.run(List.of(bad, good, worse, good)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("first");
      assertThat(ended).hasValue(2);
      assertThatThrownBy(() -> workers.run(List.of(worse))).hasMessage("second");
      assertThat(workers.run(List.of(good))).containsExactly(3);
    }
  }

  @Test
  void anInterruptionIsKeptForTheCallerWhoGetsItsResults() {
    try (TensorWorkers workers = new TensorWorkers(2)) {
      Thread.currentThread().interrupt();
      assertThat(workers.run(List.<Callable<String>>of(() -> "done"))).containsExactly("done");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void atLeastOneWorkerIsNeeded() {
    assertThatThrownBy(() -> new TensorWorkers(0)).isInstanceOf(ThalwegException.class);
  }
}
