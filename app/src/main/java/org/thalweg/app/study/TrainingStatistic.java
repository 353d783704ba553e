package org.thalweg.app.study;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;

/**
 * A number that sums up the history of a training, by name.
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
 *       rises; NaN with one record;
 *   <li>{@code loss-smoothness}: −ρ of Spearman between epoch and training loss: 1 for a loss that
 *       falls from record to record, 0 for one without a trend, −1 for one that rises. NaN with
 *       fewer than two records or without any change.
 * </ul>
 *
 * <p>Misleads: all of them see the records only, so that those about time are as coarse as the
 * recording. Records that are not finite count as not reached, as a rise, and not at all in {@code
 * loss-smoothness}.
 *
 * <p>Errors: {@code UNKNOWN_NAME}.
 */
final class TrainingStatistic {
  private static final double WAY = 0.95;

  private static final Map<String, ToDoubleFunction<List<TrainingRecord>>> PLAIN =
      Map.ofEntries(
          Map.entry("initial-train-loss", records -> records.get(0).trainLoss()),
          Map.entry("final-train-loss", records -> last(records).trainLoss()),
          Map.entry("final-test-loss", records -> last(records).testLoss()),
          Map.entry("final-train-accuracy", records -> last(records).trainAccuracy()),
          Map.entry("final-test-accuracy", records -> last(records).testAccuracy()),
          Map.entry("final-gradient-norm", records -> last(records).gradientNorm()),
          Map.entry("lowest-train-loss", TrainingStatistic::lowest),
          Map.entry("epochs", records -> last(records).epoch()),
          Map.entry("seconds", records -> last(records).seconds()),
          Map.entry("convergence-epoch", TrainingStatistic::convergence),
          Map.entry("oscillation", TrainingStatistic::oscillation),
          Map.entry("loss-smoothness", TrainingStatistic::smoothness));

  private static final List<String> WITH_THRESHOLD =
      List.of("epochs-to-accuracy", "epochs-to-loss", "epochs-to-loss-share");

  private final ToDoubleFunction<List<TrainingRecord>> function;

  private TrainingStatistic(ToDoubleFunction<List<TrainingRecord>> function) {
    this.function = function;
  }

  static TrainingStatistic named(String name) {
    ToDoubleFunction<List<TrainingRecord>> plain = PLAIN.get(name);
    if (plain != null) {
      return new TrainingStatistic(plain);
    }
    int colon = name.indexOf(':');
    String stem = colon < 0 ? name : name.substring(0, colon);
    if (colon < 0 || !WITH_THRESHOLD.contains(stem)) {
      throw unknown(name);
    }
    double threshold;
    try {
      threshold = Double.parseDouble(name.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw unknown(name);
    }
    return new TrainingStatistic(
        switch (stem) {
          case "epochs-to-accuracy" ->
              records -> first(records, record -> record.testAccuracy() >= threshold);
          case "epochs-to-loss" ->
              records -> first(records, record -> record.trainLoss() <= threshold);
          default ->
              records ->
                  first(
                      records,
                      record -> record.trainLoss() <= threshold * records.get(0).trainLoss());
        });
  }

  /** Its value; NaN without records. */
  double of(TrainingHistory history) {
    return history.records().isEmpty() ? Double.NaN : function.applyAsDouble(history.records());
  }

  private static TrainingRecord last(List<TrainingRecord> records) {
    return records.get(records.size() - 1);
  }

  private static double first(List<TrainingRecord> records, Predicate<TrainingRecord> reached) {
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
    return first(records, record -> record.trainLoss() <= goal);
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

  private static ThalwegException unknown(String name) {
    List<String> names = new java.util.ArrayList<>(new TreeSet<>(PLAIN.keySet()));
    WITH_THRESHOLD.forEach(stem -> names.add(stem + ":X"));
    return ThalwegException.of(ErrorCode.UNKNOWN_NAME)
        .expected("one of the statistics of a training: " + String.join(", ", names))
        .found("'" + name + "'")
        .next("correct the name of the statistic");
  }
}
