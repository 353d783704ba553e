package org.thalweg.app.study;

import java.util.List;
import java.util.function.Predicate;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.study.design.TrainingStatistic;

/**
 * A number that sums up the history of a training.
 *
 * <ul>
 *   <li>{@code initial-train-loss}; {@code final-train-loss}, {@code final-test-loss}, {@code
 *       final-train-accuracy}, {@code final-test-accuracy}, {@code final-gradient-norm}: of the
 *       first and of the last record;
 *   <li>{@code lowest-train-loss}: of all records;
 *   <li>{@code epochs}: passes over the data at the last record; {@code seconds} by then;
 *   <li>{@code epochs-to-accuracy:X}, {@code epochs-to-loss:X}, {@code epochs-to-loss-share:X}: the
 *       epoch of the first record whose test accuracy is at least X, whose training loss is at most
 *       X, or at most X times the initial one; NaN if there is none;
 *   <li>{@code convergence-epoch}: the epoch of the first record whose training loss has come at
 *       least 95 % of the way from the initial to the lowest recorded one;
 *   <li>{@code oscillation}: share of the steps from record to record in which the training loss
 *       rises, or is not finite afterwards; NaN with one record;
 *   <li>{@code loss-smoothness}: −ρ of Spearman between epoch and training loss: 1 for a loss that
 *       falls from record to record, 0 for one without a trend, −1 for one that rises. Records that
 *       are not finite are left out; NaN with fewer than two or without any change.
 * </ul>
 *
 * <p>Misleads: all of them see the records only, so that those about time are as coarse as the
 * recording, and oscillations between two records are not seen.
 */
final class HistoryStatistic {
  private static final double WAY = 0.95;

  private final TrainingStatistic statistic;

  HistoryStatistic(TrainingStatistic statistic) {
    this.statistic = statistic;
  }

  /** Its value; NaN without records. */
  double of(TrainingHistory history) {
    return history.records().isEmpty() ? Double.NaN : of(history.records());
  }

  private double of(List<TrainingRecord> records) {
    TrainingRecord first = records.get(0);
    TrainingRecord last = records.get(records.size() - 1);
    double bound = statistic.argument();
    return switch (statistic.kind()) {
      case INITIAL_TRAIN_LOSS -> first.trainLoss();
      case FINAL_TRAIN_LOSS -> last.trainLoss();
      case FINAL_TEST_LOSS -> last.testLoss();
      case FINAL_TRAIN_ACCURACY -> last.trainAccuracy();
      case FINAL_TEST_ACCURACY -> last.testAccuracy();
      case FINAL_GRADIENT_NORM -> last.gradientNorm();
      case LOWEST_TRAIN_LOSS -> lowest(records);
      case EPOCHS -> last.epoch();
      case EPOCHS_TO_ACCURACY -> epoch(records, record -> record.testAccuracy() >= bound);
      case EPOCHS_TO_LOSS -> epoch(records, record -> record.trainLoss() <= bound);
      case EPOCHS_TO_LOSS_SHARE ->
          epoch(records, record -> record.trainLoss() <= bound * first.trainLoss());
      case CONVERGENCE_EPOCH -> convergence(records);
      case OSCILLATION -> oscillation(records);
      case LOSS_SMOOTHNESS -> smoothness(records);
      case SECONDS -> last.seconds();
    };
  }

  /** Of the first record that has come so far. */
  private static double epoch(List<TrainingRecord> records, Predicate<TrainingRecord> reached) {
    return records.stream()
        .filter(reached)
        .mapToDouble(TrainingRecord::epoch)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double lowest(List<TrainingRecord> records) {
    return records.stream()
        .mapToDouble(TrainingRecord::trainLoss)
        .filter(Double::isFinite)
        .min()
        .orElse(Double.NaN);
  }

  private static double convergence(List<TrainingRecord> records) {
    double initial = records.get(0).trainLoss();
    double goal = initial - WAY * (initial - lowest(records));
    return epoch(records, record -> record.trainLoss() <= goal);
  }

  private static double oscillation(List<TrainingRecord> records) {
    if (records.size() < 2) {
      return Double.NaN;
    }
    int rises = 0;
    for (int i = 1; i < records.size(); i++) {
      boolean falls = records.get(i).trainLoss() <= records.get(i - 1).trainLoss();
      rises += falls ? 0 : 1;
    }
    return (double) rises / (records.size() - 1);
  }

  private static double smoothness(List<TrainingRecord> records) {
    List<TrainingRecord> finite =
        records.stream().filter(record -> Double.isFinite(record.trainLoss())).toList();
    if (finite.size() < 2) {
      return Double.NaN;
    }
    return -new SpearmansCorrelation()
        .correlation(
            finite.stream().mapToDouble(TrainingRecord::epoch).toArray(),
            finite.stream().mapToDouble(TrainingRecord::trainLoss).toArray());
  }
}
