package org.thalweg.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Study;

/** The order of the work, and how long it takes. */
class TaskQueueTest {
  private static final Path FOLDER = Path.of("trials");

  private static List<StudyTask> tasks(Study study, Map<String, Set<String>> only) {
    StudyPlan plan = StudyPlan.of(study, FOLDER, new ProbeKey());
    return TaskQueue.tasks(plan, new StudyRequest(study, Path.of("own"), 1, only, false));
  }

  @Test
  void seedBySeedAndPairsAfterTheirTrials() {
    List<StudyTask> tasks = tasks(Studies.sine(List.of(1L, 2L, 3L)), Map.of());
    assertThat(tasks)
        .extracting(StudyTask::name)
        .containsExactly(
            "narrow, seed 1",
            "wide, seed 1",
            "narrow, seed 2",
            "wide, seed 2",
            "narrow, seeds 1 and 2",
            "wide, seeds 1 and 2",
            "narrow, seed 3",
            "wide, seed 3",
            "narrow, seeds 2 and 3",
            "wide, seeds 2 and 3");
    TaskQueue queue = new TaskQueue(tasks);
    List<StudyTask> begun = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      begun.add(queue.take().orElseThrow());
    }
    // The trials of seed 2 are not over: those of seed 3 come first.
    assertThat(queue.take().orElseThrow().name()).isEqualTo("narrow, seed 3");
    assertThat(queue.finished(begun.get(0))).isFalse();
    assertThat(queue.finished(begun.get(1))).isTrue();
    assertThat(queue.finished(begun.get(2))).isFalse();
    assertThat(queue.take().orElseThrow().name()).isEqualTo("narrow, seeds 1 and 2");
    queue.close();
    assertThat(queue.take()).isEmpty();
  }

  @Test
  void onlyWhatIsWanted() {
    assertThat(tasks(Studies.sine(List.of(1L, 2L)), Map.of("network", Set.of("wide"))))
        .extracting(StudyTask::name)
        .containsExactly("wide, seed 1", "wide, seed 2", "wide, seeds 1 and 2");
  }

  @Test
  void twoCellsOfOneTrainingAreTrainedOnce() {
    Cell first = Studies.cell("a", "mlp:4", 0.1);
    Cell second = Studies.cell("b", "mlp:4", 0.1);
    Study study = Studies.study(List.of(first, second), List.of(1L, 2L), List.of());
    assertThat(study.trials()).hasSize(4);
    assertThat(tasks(study, Map.of()))
        .extracting(StudyTask::name)
        .containsExactly("a, seed 1", "a, seed 2", "a, seeds 1 and 2");
  }

  @Test
  void timeLeftIsThatOfTheFinishedOnesOfTheCell() {
    List<StudyTask> tasks = tasks(Studies.sine(List.of(1L, 2L)), Map.of());
    long[] now = {0};
    TimeLeft left = new TimeLeft(tasks, task -> task.name().equals("wide, seed 1"), () -> now[0]);
    assertThat(left.seconds(2)).isNaN();
    left.begin(tasks.get(1)); // there already: says nothing
    left.end(tasks.get(1));
    assertThat(left.seconds(2)).isNaN();
    left.begin(tasks.get(0));
    now[0] = 10_000_000_000L;
    left.end(tasks.get(0));
    // Four are left, each as long as the only one that is known.
    assertThat(left.seconds(2)).isCloseTo(20, within(1e-9));
    left.begin(tasks.get(3));
    now[0] += 4_000_000_000L;
    assertThat(left.seconds(1)).isCloseTo(36, within(1e-9));
    left.end(tasks.get(3));
    // Wide ones take 4 s; the two pairs are of kinds of their own, 7 s on average of all.
    assertThat(left.seconds(1)).isCloseTo(10 + 7 + 7, within(1e-9));
  }
}
