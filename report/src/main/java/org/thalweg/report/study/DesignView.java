package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.thalweg.figure.NumberText;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Moment;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.QuantitySource;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.TrainingPlan;

/** What was planned: factors, training, probes, quantities. */
final class DesignView {
  private DesignView() {}

  /** A name and its value as text. */
  record Fact(String name, String value) {}

  static TableView factors(Study study) {
    QuantityWords words = new QuantityWords(study);
    return new TableView(
        "Factors",
        TableView.columns("factor", "levels", "order"),
        study.factors().stream()
            .map(
                factor ->
                    row(
                        words.factor(factor.name()),
                        String.join(", ", factor.levels()),
                        factor.ordered() ? "means something" : "of the file only"))
            .toList());
  }

  /** Settings that all cells share. */
  static List<Fact> common(Study study) {
    List<Fact> facts = new ArrayList<>();
    settings(study)
        .forEach(
            (name, values) -> {
              if (Set.copyOf(values).size() == 1) {
                facts.add(new Fact(name, values.get(0)));
              }
            });
    return facts;
  }

  /** Settings in which cells differ. */
  static TableView protocol(Study study) {
    Map<String, List<String>> differing = new LinkedHashMap<>();
    settings(study)
        .forEach(
            (name, values) -> {
              if (Set.copyOf(values).size() > 1) {
                differing.put(name, values);
              }
            });
    List<String> columns = new ArrayList<>(List.of("cell"));
    columns.addAll(differing.keySet());
    List<TableView.Row> rows = new ArrayList<>();
    for (int k = 0; k < study.cells().size() && !differing.isEmpty(); k++) {
      List<String> row = new ArrayList<>(List.of(study.cells().get(k).name()));
      for (List<String> values : differing.values()) {
        row.add(values.get(k));
      }
      rows.add(row(row.toArray(String[]::new)));
    }
    return new TableView(
        "Training, where cells differ", TableView.columns(columns.toArray(String[]::new)), rows);
  }

  private static Map<String, List<String>> settings(Study study) {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    for (Cell cell : study.cells()) {
      settings(cell.training())
          .forEach(
              (name, value) -> settings.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }
    return settings;
  }

  private static Map<String, String> settings(TrainingPlan plan) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data", plan.data());
    settings.put(
        "training samples",
        plan.samples().isPresent() ? Integer.toString(plan.samples().getAsInt()) : "all");
    settings.put("network", plan.network());
    settings.put("activation", plan.activation());
    settings.put("loss", plan.loss());
    settings.put("optimizer", plan.optimizer());
    settings.put(
        "learning rate",
        plan.learningRate().isPresent()
            ? NumberText.of(plan.learningRate().getAsDouble(), 4)
            : "the optimizer's own");
    settings.put(
        "momentum",
        plan.momentum().isPresent()
            ? NumberText.of(plan.momentum().getAsDouble(), 4)
            : "the optimizer's own");
    settings.put("weight decay", NumberText.of(plan.weightDecay(), 4));
    settings.put("batch size", Integer.toString(plan.batch()));
    settings.put("epochs", (plan.untilAccuracy().isPresent() ? "at most " : "") + plan.epochs());
    settings.put(
        "until test accuracy",
        plan.untilAccuracy().isPresent()
            ? NumberText.of(plan.untilAccuracy().getAsDouble(), 4)
            : "no such end");
    settings.put(
        "recorded every",
        plan.recordEvery().isPresent() ? plan.recordEvery().getAsInt() + " steps" : "epoch");
    settings.put("weights kept along the way", plan.snapshots() ? "yes" : "no");
    settings.put("precision", plan.precision());
    return settings;
  }

  static TableView probes(Study study) {
    List<TableView.Row> rows = new ArrayList<>();
    study.probes().forEach(probe -> rows.add(probe(probe, moment(probe))));
    study
        .pairs()
        .forEach(
            pair ->
                rows.add(
                    probe(
                        pair.connect(),
                        "final weights of two seeds; at most "
                            + Text.count(pair.pairs(), "pair", "pairs")
                            + " in each cell")));
    return new TableView(
        "Probes", TableView.columns("name", "what it runs", "at which weights", "options"), rows);
  }

  private static TableView.Row probe(ProbePlan probe, String moment) {
    return row(
        probe.name(),
        probe.probe(),
        moment,
        probe.options().entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining(", ")));
  }

  private static String moment(ProbePlan probe) {
    return probe.moment() == Moment.EPOCH
        ? "of epoch " + NumberText.of(probe.epoch(), 4)
        : probe.moment().text();
  }

  static TableView quantities(Study study) {
    return new TableView(
        "Quantities: what the names mean",
        TableView.columns("name", "meaning", "unit", "role", "where it comes from"),
        study.quantities().stream().map(DesignView::quantity).toList());
  }

  private static TableView.Row quantity(Quantity quantity) {
    return row(
        quantity.name(),
        quantity.title(),
        quantity.unit(),
        quantity.role().name().toLowerCase(java.util.Locale.ROOT)
            + (quantity.ofPairs() ? ", of pairs" : ""),
        source(quantity.source()));
  }

  private static String source(QuantitySource source) {
    if (source instanceof QuantitySource.FromTraining training) {
      return "training: " + training.statistic();
    }
    if (source instanceof QuantitySource.FromValues values) {
      return values.probe() + ": " + values.pointer();
    }
    if (source instanceof QuantitySource.FromMeasurement measurement) {
      return measurement.probe() + ": “" + measurement.measurement() + "”";
    }
    return "formula: " + ((QuantitySource.FromFormula) source).expression();
  }

  static Set<String> dataSets(Study study) {
    return study.cells().stream()
        .map(cell -> cell.training().data())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static TableView.Row row(String... texts) {
    return TableView.Row.of(java.util.Arrays.stream(texts).map(TableView.Entry::text).toList());
  }
}
