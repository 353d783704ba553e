package org.thalweg.app.study;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.ResultDocument;
import org.thalweg.study.design.Formulas;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.QuantitySource;
import org.thalweg.study.design.SeriesPlan;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.TrainingStatistic;

/** Whether every quantity and series of a study has something that it can come from. */
final class QuantityCheck {
  private final Study study;

  private QuantityCheck(Study study) {
    this.study = study;
  }

  /** Refuses unknown probes, statistics and columns, and formulas that lead nowhere. */
  static void require(Study study) {
    QuantityCheck check = new QuantityCheck(study);
    for (Quantity quantity : study.quantities()) {
      PlacedFailure.at(
          quantity.place(),
          () -> {
            check.require(quantity);
            return quantity;
          });
    }
    for (boolean ofPairs : List.of(false, true)) {
      Formulas.inOrder(
          study.quantities().stream().filter(one -> one.ofPairs() == ofPairs).toList());
    }
    study.series().forEach(check::require);
  }

  private void require(Quantity quantity) {
    QuantitySource source = quantity.source();
    if (source instanceof QuantitySource.FromTraining training) {
      TrainingStatistic.parse(training.statistic(), Place.NONE);
    } else if (source instanceof QuantitySource.FromValues place) {
      requireProbe(quantity, place.probe());
      if (!ResultDocument.isPointer(place.pointer())) {
        throw refusal(
            "a JSON pointer, e.g. /top/0/value", place.pointer(), "begin it with a slash");
      }
    } else if (source instanceof QuantitySource.FromMeasurement named) {
      requireProbe(quantity, named.probe());
    }
  }

  private void requireProbe(Quantity quantity, String name) {
    Stream<ProbePlan> plans =
        quantity.ofPairs()
            ? study.pairs().stream().map(pair -> pair.connect())
            : study.probes().stream();
    Set<String> names = new LinkedHashSet<>(plans.map(ProbePlan::name).toList());
    if (!names.contains(name)) {
      throw refusal(
          "one of the probes %s for '%s'".formatted(names, quantity.name()),
          name,
          "correct the name, or add a probe of that name");
    }
  }

  private void require(SeriesPlan series) {
    boolean ofTraining = series.probe().equals(SeriesReader.TRAINING);
    Set<String> paths = new HashSet<>();
    study.probes().stream()
        .filter(plan -> plan.probe().equals(ProbeReaders.TRAJECTORY))
        .forEach(plan -> paths.add(plan.name()));
    if (!ofTraining && !paths.contains(series.probe())) {
      throw refusal(
          "training or the name of a trajectory probe for the series '%s'".formatted(series.name()),
          series.probe(),
          "correct the name, or add a trajectory probe of that name");
    }
    List<String> columns = SeriesReader.columns(ofTraining);
    if (!columns.contains(series.column())) {
      throw refusal(
          "one of the columns %s for the series '%s'"
              .formatted(String.join(", ", columns), series.name()),
          series.column(),
          "correct the name of the column");
    }
  }

  private static ThalwegException refusal(String expected, String found, String next) {
    return ThalwegException.of(ErrorCode.UNKNOWN_NAME)
        .expected(expected)
        .found("'" + found + "'")
        .next(next);
  }
}
