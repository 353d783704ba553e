package org.thalweg.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.thalweg.figure.NumberText;
import org.thalweg.result.Measurement;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;

/** A number worth a place at the top of the page. */
record KeyNumber(String name, String value, String uncertainty, String remark) {
  private static final int MOST = 15;

  /** Of each kind of result the first that has it. */
  static List<KeyNumber> of(RunContents run) {
    List<KeyNumber> numbers = new ArrayList<>();
    run.training()
        .ifPresent(
            training -> add(numbers, "training", NumberGroup.measurements(training.history()), 4));
    Set<String> known = new HashSet<>();
    for (StoredResult stored : run.results()) {
      List<Measurement> measurements =
          ResultViews.of(stored.result()).keyNumbers().stream()
              .filter(one -> known.add(kind(stored) + one.name()))
              .toList();
      add(numbers, stored.id(), measurements, measurements.size());
    }
    return numbers.stream().limit(MOST).toList();
  }

  /** Eigenvalues of another matrix are another kind. */
  private static String kind(StoredResult stored) {
    return stored.result() instanceof SpectrumResult spectrum
        ? spectrum.matrix()
        : stored.result().probe();
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
