package org.thalweg.app.study;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.thalweg.result.TrainingHistory;
import org.thalweg.study.design.Formulas;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.QuantitySource;
import org.thalweg.study.design.TrainingStatistic;

/** The quantities of one trial or pair, and what is missing. */
final class QuantityValues {
  private final Optional<TrainingHistory> history;
  private final TrialResults results;
  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();

  private QuantityValues(Optional<TrainingHistory> history, TrialResults results) {
    this.history = history;
    this.results = results;
  }

  /**
   * Looks all quantities up; formulas come last.
   *
   * @param history of the training; empty for pairs
   */
  static QuantityValues of(
      List<Quantity> quantities, Optional<TrainingHistory> history, TrialResults results) {
    QuantityValues found = new QuantityValues(history, results);
    for (Quantity quantity : quantities) {
      found.values.put(quantity.name(), found.value(quantity));
    }
    Map<String, Double> complete = Formulas.complete(quantities, found.values);
    found.values.replaceAll((name, value) -> complete.getOrDefault(name, value));
    return found;
  }

  Map<String, Double> values() {
    return values;
  }

  /** What results do not have although they are there, in words. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  private double value(Quantity quantity) {
    QuantitySource source = quantity.source();
    if (source instanceof QuantitySource.FromTraining training) {
      TrainingStatistic statistic = TrainingStatistic.parse(training.statistic(), quantity.place());
      return history.map(new HistoryStatistic(statistic)::of).orElse(Double.NaN);
    } else if (source instanceof QuantitySource.FromValues place) {
      return present(place.probe(), place.pointer(), results.value(place.probe(), place.pointer()));
    } else if (source instanceof QuantitySource.FromMeasurement named) {
      return present(
          named.probe(),
          named.measurement(),
          results.measurement(named.probe(), named.measurement()));
    }
    return Double.NaN;
  }

  private double present(String probe, String what, OptionalDouble value) {
    if (value.isEmpty() && results.has(probe)) {
      missing.add("%s has no '%s'".formatted(probe, what));
    }
    return value.orElse(Double.NaN);
  }
}
