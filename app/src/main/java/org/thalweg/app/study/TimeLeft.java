package org.thalweg.app.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How long a study still takes: each task that is left as long as the finished ones of its cell
 * took on average, or, where there are none, as all finished ones; divided by the workers.
 */
final class TimeLeft {
  private final Map<String, StudyTask> open = new HashMap<>();
  private final Map<String, Long> begun = new HashMap<>();
  private final Map<String, double[]> byKind = new HashMap<>();
  private final Set<String> costless = new HashSet<>();
  private final double[] all = new double[2];
  private final LongSupplier clock;

  /**
   * Before anything has begun.
   *
   * @param done tasks that will take no time
   * @param clock nanoseconds
   */
  TimeLeft(List<StudyTask> tasks, Predicate<StudyTask> done, LongSupplier clock) {
    this.clock = clock;
    for (StudyTask task : tasks) {
      if (done.test(task)) {
        costless.add(task.id());
      } else {
        open.put(task.id(), task);
      }
    }
  }

  void begin(StudyTask task) {
    begun.put(task.id(), clock.getAsLong());
  }

  void end(StudyTask task) {
    open.remove(task.id());
    if (costless.contains(task.id())) {
      return;
    }
    double seconds = (clock.getAsLong() - begun.getOrDefault(task.id(), 0L)) / 1e9;
    for (double[] mean : List.of(all, byKind.computeIfAbsent(task.kind(), kind -> new double[2]))) {
      mean[0] += seconds;
      mean[1]++;
    }
  }

  /** NaN until the first task is over that took time; 0 when none is left. */
  double seconds(int workers) {
    double left = 0;
    for (StudyTask task : open.values()) {
      double[] mean = byKind.getOrDefault(task.kind(), all);
      double spent =
          begun.containsKey(task.id())
              ? (clock.getAsLong() - begun.getOrDefault(task.id(), 0L)) / 1e9
              : 0;
      left += Math.max(0, mean[0] / mean[1] - spent); // NaN before anything is known
    }
    return left / workers;
  }
}
