package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.figure.NumberText;
import org.thalweg.result.Measurement;
import org.thalweg.result.Outcome;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;

/** A number worth a place at the top of the page. */
record KeyNumber(String name, String value, String uncertainty, String remark) {
  private static final int MOST = 10;

  static List<KeyNumber> of(RunContents run) {
    List<KeyNumber> numbers = new ArrayList<>();
    run.training()
        .ifPresent(
            training -> add(numbers, "training", NumberGroup.measurements(training.history()), 4));
    for (StoredResult stored : run.results()) {
      List<Measurement> measurements = ResultViews.of(stored.result()).keyNumbers();
      add(numbers, stored.id(), measurements, measurements.size());
    }
    return numbers.stream().limit(MOST).toList();
  }

  private static void add(
      List<KeyNumber> numbers, String id, List<Measurement> measurements, int most) {
    measurements.stream()
        .limit(most)
        .filter(measurement -> !Double.isNaN(measurement.value()))
        .map(measurement -> of(id, measurement))
        .forEach(numbers::add);
  }

  boolean hasUncertainty() {
    return !uncertainty.isEmpty();
  }

  private static KeyNumber of(String id, Measurement measurement) {
    boolean stated = !Double.isNaN(measurement.uncertainty());
    List<String> remarks = new ArrayList<>(List.of(id));
    if (stated) {
      remarks.add("± " + measurement.uncertaintyKind());
    }
    if (measurement.outcome() != Outcome.CONVERGED) {
      remarks.add(measurement.outcome().text());
    }
    return new KeyNumber(
        measurement.name(),
        NumberText.of(measurement.value(), 4),
        stated ? "± " + NumberText.of(measurement.uncertainty(), 2) : "",
        String.join(" · ", remarks));
  }
}
