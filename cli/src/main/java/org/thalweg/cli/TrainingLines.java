package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.app.TrainedRun;
import org.thalweg.result.TrainingRecord;

/** A training as lines for a reader. */
final class TrainingLines {
  private static final int MOST_ROWS = 12;

  private TrainingLines() {}

  static List<String> of(TrainedRun run) {
    List<TrainingRecord> records = run.history().records();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "train  %s: %s, %.1f s",
            run.title(),
            run.history().outcome().text(),
            run.history().cost().seconds()));
    lines.add("    epoch  train loss  train acc.   test loss   test acc.  ‖gradient‖");
    int stride = Math.max(1, (records.size() + MOST_ROWS - 1) / MOST_ROWS);
    for (int i = 0; i < records.size(); i++) {
      if (i % stride == 0 || i == records.size() - 1) {
        lines.add(row(records.get(i)));
      }
    }
    return lines;
  }

  /** Where it is, or what to do when it did not come to its end. */
  static List<String> place(TrainedRun run) {
    List<String> lines = new ArrayList<>();
    lines.add("run     " + run.folder());
    switch (run.history().outcome()) {
      case CANCELLED ->
          lines.add("interrupted; go on with: thalweg train --resume " + run.folder());
      case NON_FINITE -> lines.add("the training diverged; try a smaller --lr");
      default -> lines.add("next    thalweg analyze " + run.folder());
    }
    return lines;
  }

  private static String row(TrainingRecord record) {
    return "  %7s  %10s  %10s  %10s  %10s  %10s"
        .formatted(
            String.format(Locale.ROOT, "%.2f", record.epoch()),
            Numbers.text(record.trainLoss()),
            Numbers.percent(record.trainAccuracy()),
            Numbers.text(record.testLoss()),
            Numbers.percent(record.testAccuracy()),
            Numbers.text(record.gradientNorm()));
  }
}
