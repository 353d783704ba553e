package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.study.design.Study;

/**
 * The tasks of a study in their order: each is handed out once, a pair after its trials. Safe for
 * several threads.
 */
final class TaskQueue {
  private final List<StudyTask> waiting;
  private final Set<String> over = new HashSet<>();
  private final Map<Integer, Integer> openInBlock = new LinkedHashMap<>();
  private boolean closed;

  TaskQueue(List<StudyTask> tasks) {
    this.waiting = new ArrayList<>(tasks);
    tasks.forEach(task -> openInBlock.merge(task.block(), 1, Integer::sum));
  }

  /** All that a request wants, block by block; trials that two cells share come once. */
  static List<StudyTask> tasks(StudyPlan plan, StudyRequest request) {
    Study study = request.study();
    Map<String, StudyTask> tasks = new LinkedHashMap<>();
    for (int block = 0; block < study.seeds().size(); block++) {
      long seed = study.seeds().get(block);
      for (PlannedTrial planned : plan.trials()) {
        if (planned.trial().seed() == seed && request.wants(planned.trial().cell())) {
          tasks.putIfAbsent(planned.id(), new StudyTask.OfTrial(planned, block));
        }
      }
      for (PlannedPair pair : plan.pairs()) {
        if (pair.second().trial().seed() == seed && request.wants(pair.first().trial().cell())) {
          tasks.putIfAbsent(pair.id(), new StudyTask.OfPair(pair, block));
        }
      }
    }
    return List.copyOf(tasks.values());
  }

  /** The next task, waiting until one can be begun; empty when there is nothing left to begin. */
  synchronized Optional<StudyTask> take() {
    while (!closed && !waiting.isEmpty()) {
      for (int i = 0; i < waiting.size(); i++) {
        if (over.containsAll(waiting.get(i).needs())) {
          return Optional.of(waiting.remove(i));
        }
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Says that a task is over; whether that completes its block. */
  synchronized boolean finished(StudyTask task) {
    over.add(task.id());
    notifyAll();
    return openInBlock.merge(task.block(), -1, Integer::sum) == 0;
  }

  /** Hands out nothing any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
