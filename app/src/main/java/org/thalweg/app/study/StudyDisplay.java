package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.app.study.StudyProgress.CellProgress;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Study;
import org.thalweg.study.observation.Observation;

/** Puts what the workers do into pictures of progress, a few in a second at most. */
final class StudyDisplay {
  private static final long INTERVAL = 100_000_000L;

  private final Study study;
  private final StudyListener listener;
  private final Map<Cell, int[]> counts = new LinkedHashMap<>();
  private final String[] workers;
  private final String[] names;
  private final TimeLeft timeLeft;
  private final int total;
  private int over;
  private long shown;

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int RUNNING = 2;
  private static final int TOTAL = 3;

  StudyDisplay(
      Study study, List<StudyTask> tasks, int workers, TimeLeft timeLeft, StudyListener listener) {
    this.study = study;
    this.listener = listener;
    this.workers = new String[workers];
    this.names = new String[workers];
    Arrays.fill(this.workers, "");
    Arrays.fill(this.names, "");
    this.timeLeft = timeLeft;
    this.total = tasks.size();
    for (StudyTask task : tasks) {
      if (task instanceof StudyTask.OfTrial trial) {
        count(trial.planned().trial().cell())[TOTAL]++;
      }
    }
  }

  synchronized void begin(int worker, StudyTask task) {
    if (task instanceof StudyTask.OfTrial trial) {
      count(trial.planned().trial().cell())[RUNNING]++;
    }
    timeLeft.begin(task);
    names[worker] = task.name();
    workers[worker] = task.name();
    show(false);
  }

  synchronized void activity(int worker, String activity, long done, long whole) {
    workers[worker] =
        whole > 0
            ? "%s: %s %d %%".formatted(names[worker], activity, 100 * done / whole)
            : "%s: %s".formatted(names[worker], activity);
    show(false);
  }

  synchronized void end(int worker, StudyTask task, Observation observation) {
    boolean failed = observation.state() == Observation.State.FAILED;
    if (task instanceof StudyTask.OfTrial trial) {
      int[] count = count(trial.planned().trial().cell());
      count[RUNNING]--;
      count[failed ? FAILED : DONE]++;
    }
    timeLeft.end(task);
    over++;
    workers[worker] = "";
    if (failed) {
      listener.message("failed: %s (%s): %s".formatted(task.name(), task.id(), observation.note()));
    }
    show(true);
  }

  synchronized void blockDone(int block) {
    listener.message(
        "seed %d is complete, %d of %d"
            .formatted(study.seeds().get(block), block + 1, study.seeds().size()));
  }

  private int[] count(Cell cell) {
    return counts.computeIfAbsent(cell, one -> new int[4]);
  }

  private void show(boolean always) {
    long now = System.nanoTime();
    if (!always && now - shown < INTERVAL) {
      return;
    }
    shown = now;
    List<CellProgress> cells = new ArrayList<>();
    counts.forEach(
        (cell, count) ->
            cells.add(
                new CellProgress(
                    cell.name(), count[DONE], count[FAILED], count[RUNNING], count[TOTAL])));
    listener.progress(
        new StudyProgress(cells, List.of(workers), over, total, timeLeft.seconds(workers.length)));
  }
}
