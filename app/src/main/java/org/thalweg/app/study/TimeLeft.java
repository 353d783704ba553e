package org.thalweg.app.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * How long a study still takes: what is expected of the tasks that are left, corrected by how long
 * the finished ones took against what was expected of them, divided by the workers.
 */
final class TimeLeft {
  private final Map<String, Double> expected = new HashMap<>();
  private final Map<String, Long> begun = new HashMap<>();
  private final LongSupplier clock;
  private double left;
  private double expectedOfFinished;
  private double secondsOfFinished;

  /**
   * Before anything has begun.
   *
   * @param expectation seconds of each task, or anything proportional to them; 0 for what is done
   * @param clock nanoseconds
   */
  TimeLeft(List<StudyTask> tasks, ToDoubleFunction<StudyTask> expectation, LongSupplier clock) {
    this.clock = clock;
    for (StudyTask task : tasks) {
      double seconds = expectation.applyAsDouble(task);
      expected.put(task.id(), seconds);
      left += seconds;
    }
  }

  void begin(StudyTask task) {
    begun.put(task.id(), clock.getAsLong());
  }

  void end(StudyTask task) {
    double seconds = expected.getOrDefault(task.id(), 0.0);
    left -= seconds;
    if (seconds > 0) {
      expectedOfFinished += seconds;
      secondsOfFinished += (clock.getAsLong() - begun.getOrDefault(task.id(), 0L)) / 1e9;
    }
  }

  /** NaN until the first task is over. */
  double seconds(int workers) {
    if (expectedOfFinished == 0) {
      return Double.NaN;
    }
    return Math.max(0, left) * secondsOfFinished / expectedOfFinished / workers;
  }
}
