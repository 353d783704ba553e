package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.figure.NumberText;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Measurement;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;

/** A number worth a place at the top of the page. */
record KeyNumber(String name, String value, String uncertainty, String remark) {
  private static final int MOST = 8;

  static List<KeyNumber> of(RunContents run) {
    List<Measurement> candidates = new ArrayList<>();
    run.training()
        .ifPresent(
            training ->
                candidates.addAll(
                    NumberGroup.measurements(training.history()).stream().limit(4).toList()));
    for (StoredResult stored : run.results()) {
      List<Measurement> measurements = stored.result().measurements();
      if (stored.result() instanceof GradientResult) {
        candidates.addAll(measurements);
      } else if (stored.result() instanceof SpectrumResult spectrum) {
        measurements.stream().limit(1).forEach(candidates::add);
        measurements.stream()
            .skip(spectrum.top().isEmpty() ? 1 : spectrum.top().size())
            .limit(1)
            .forEach(candidates::add);
      } else {
        measurements.stream().limit(1).forEach(candidates::add);
      }
    }
    return candidates.stream()
        .filter(measurement -> !Double.isNaN(measurement.value()))
        .limit(MOST)
        .map(KeyNumber::of)
        .toList();
  }

  boolean hasUncertainty() {
    return !uncertainty.isEmpty();
  }

  private static KeyNumber of(Measurement measurement) {
    boolean stated = !Double.isNaN(measurement.uncertainty());
    String remark = stated ? measurement.uncertaintyKind() : "";
    if (measurement.outcome() != Outcome.CONVERGED) {
      remark =
          remark.isEmpty()
              ? measurement.outcome().text()
              : remark + "; " + measurement.outcome().text();
    }
    return new KeyNumber(
        measurement.name(),
        NumberText.of(measurement.value(), 4),
        stated ? "± " + NumberText.of(measurement.uncertainty(), 2) : "",
        remark);
  }
}
