package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.figure.NumberText;
import org.thalweg.result.Cost;
import org.thalweg.result.Measurement;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;

/**
 * The numbers of one result and what they cost together.
 *
 * @param words what a reader should know about some of them
 * @param outcome how the computation as a whole ended
 */
record NumberGroup(
    String id, List<Row> rows, List<NumberWords> words, String outcome, String cost) {
  private static final int DIGITS = 6;

  boolean hasWords() {
    return !words.isEmpty();
  }

  /** One number; {@code exact} is every digit of it. */
  record Row(
      String name,
      String value,
      String exact,
      String uncertainty,
      String kind,
      String outcome,
      boolean complete) {}

  static List<NumberGroup> of(RunContents run) {
    List<NumberGroup> groups = new ArrayList<>();
    run.training().ifPresent(training -> groups.add(ofTraining(training.history())));
    for (StoredResult stored : run.results()) {
      groups.add(
          of(
              stored.id(),
              stored.result().measurements(),
              ResultViews.of(stored.result()).words(),
              stored.result().outcome(),
              stored.result().cost()));
    }
    return List.copyOf(groups);
  }

  static List<Measurement> measurements(TrainingHistory history) {
    List<TrainingRecord> records = history.records();
    if (records.isEmpty()) {
      return List.of();
    }
    TrainingRecord last = records.get(records.size() - 1);
    Outcome outcome = history.outcome();
    return List.of(
        plain("test accuracy at the end", last.testAccuracy(), outcome),
        plain("test loss at the end", last.testLoss(), outcome),
        plain("training accuracy at the end", last.trainAccuracy(), outcome),
        plain("training loss at the end", last.trainLoss(), outcome),
        plain("gradient norm ‖∇L‖₂ at the end", last.gradientNorm(), outcome));
  }

  private static NumberGroup ofTraining(TrainingHistory history) {
    return of("training", measurements(history), List.of(), history.outcome(), history.cost());
  }

  private static Measurement plain(String name, double value, Outcome outcome) {
    return new Measurement(name, value, Double.NaN, "", outcome);
  }

  private static NumberGroup of(
      String id,
      List<Measurement> measurements,
      List<NumberWords> words,
      Outcome outcome,
      Cost cost) {
    return new NumberGroup(
        id,
        measurements.stream().map(NumberGroup::row).toList(),
        words,
        outcome.text(),
        text(cost));
  }

  private static Row row(Measurement measurement) {
    boolean stated = !Double.isNaN(measurement.uncertainty());
    return new Row(
        measurement.name(),
        NumberText.of(measurement.value(), DIGITS),
        Double.toString(measurement.value()),
        stated ? NumberText.of(measurement.uncertainty(), 2) : "—",
        stated ? measurement.uncertaintyKind() : "none stated",
        measurement.outcome().text(),
        measurement.outcome() == Outcome.CONVERGED);
  }

  private static String text(Cost cost) {
    List<String> parts = new ArrayList<>();
    addCount(parts, cost.forward(), "forward pass", "forward passes");
    addCount(parts, cost.gradient(), "gradient", "gradients");
    addCount(parts, cost.hessianProducts(), "Hessian-vector product", "Hessian-vector products");
    parts.add(NumberText.of(cost.seconds(), 3) + " s");
    return String.join(", ", parts);
  }

  private static void addCount(List<String> parts, long count, String one, String many) {
    if (count != 0) {
      parts.add(count + " " + (count == 1 ? one : many));
    }
  }
}
