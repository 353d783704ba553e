package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.app.TrainedRun;
import org.thalweg.result.Outcome;
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
    lines.add("  run  " + run.folder());
    if (run.history().outcome() == Outcome.CANCELLED) {
      lines.add("  interrupted; go on with: thalweg train --resume " + run.folder());
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
