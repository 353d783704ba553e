package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Factor;
import org.thalweg.study.design.Moment;
import org.thalweg.study.design.PairPlan;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.QuantitySource;
import org.thalweg.study.design.QuantitySource.FromFormula;
import org.thalweg.study.design.QuantitySource.FromMeasurement;
import org.thalweg.study.design.QuantitySource.FromTraining;
import org.thalweg.study.design.QuantitySource.FromValues;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.SeriesPlan;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.TrainingPlan;

/** Small studies for tests. */
final class Studies {
  static final Place PLACE = new Place("own.yaml", 7);

  private Studies() {}

  /** Two networks by one optimizer on {@code sine}, with every kind of probe and quantity. */
  static Study sine(List<Long> seeds) {
    return study(
        List.of(cell("narrow", "mlp:4", 0.05), cell("wide", "mlp:8", 0.05)),
        seeds,
        List.of(
            probe("spectrum", "hessian", Moment.FINAL, Map.of("top", 1, "bottom", 1)),
            probe("spectrum_init", "hessian", Moment.INITIAL, Map.of("top", 1, "bottom", 0)),
            probe("slice", "slice", Moment.FINAL, Map.of("points", 11)),
            probe("gradient", "gradient", Moment.FINAL, Map.of())));
  }

  static Cell cell(String level, String network, double learningRate) {
    return new Cell(
        Map.of("network", level),
        training("sine", network, learningRate),
        new Place("own.yaml", 3));
  }

  static TrainingPlan training(String data, String network, double learningRate) {
    return new TrainingPlan(
        data,
        network,
        "tanh",
        "auto",
        "sgd",
        OptionalDouble.of(learningRate),
        OptionalDouble.empty(),
        0,
        32,
        OptionalInt.of(64),
        4,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        true,
        "float32");
  }

  static ProbePlan probe(String name, String probe, Moment moment, Map<String, Object> options) {
    return new ProbePlan(
        name,
        probe,
        moment,
        Double.NaN,
        options,
        Map.of("", new Place("own.yaml", 10), "top", new Place("own.yaml", 11)));
  }

  static Study study(List<Cell> cells, List<Long> seeds, List<ProbePlan> probes) {
    List<Quantity> quantities = new ArrayList<>();
    quantities.add(quantity("train_loss", false, new FromTraining("final-train-loss")));
    quantities.add(quantity("test_loss", false, new FromTraining("final-test-loss")));
    quantities.add(quantity("gap", false, new FromFormula("test_loss - train_loss")));
    List<String> names = probes.stream().map(ProbePlan::name).toList();
    if (names.contains("spectrum")) {
      quantities.add(quantity("lambda_max", false, new FromValues("spectrum", "/top/0/value")));
    }
    if (names.contains("spectrum_init")) {
      quantities.add(
          quantity("lambda_init", false, new FromValues("spectrum_init", "/top/0/value")));
    }
    if (names.contains("slice")) {
      quantities.add(
          quantity("slice_r2", false, new FromMeasurement("slice", "R² of the nearest parabola")));
    }
    quantities.add(
        quantity("distance", true, new FromMeasurement("line", "distance between the networks")));
    return new Study(
        "own",
        "A small study",
        "Does it work?",
        "",
        Scale.QUICK,
        List.of(
            new Factor(
                "network",
                "architecture",
                cells.stream().map(cell -> cell.levels().get("network")).toList(),
                false)),
        cells,
        seeds,
        probes,
        List.of(
            new PairPlan(
                probe("line", "connect", Moment.FINAL, Map.of("points", 5)), seeds.size())),
        quantities,
        List.of(new SeriesPlan("train_loss", "loss", "", true, "training", "trainLoss")),
        List.of("slice"),
        new AnalysisPlan(List.of(), List.of(), List.of(), List.of(), List.of()),
        "name: own\n");
  }

  static Quantity quantity(String name, boolean ofPairs, QuantitySource source) {
    return new Quantity(name, name, "", false, Quantity.Role.OUTCOME, ofPairs, source, PLACE);
  }

  /** The same study with other probes. */
  static Study with(Study study, List<ProbePlan> probes) {
    return study(study.cells(), study.seeds(), probes);
  }

  /** The same study with other quantities and series. */
  static Study with(Study study, List<Quantity> quantities, List<SeriesPlan> series) {
    return new Study(
        study.name(),
        study.title(),
        study.question(),
        study.source(),
        study.scale(),
        study.factors(),
        study.cells(),
        study.seeds(),
        study.probes(),
        study.pairs(),
        quantities,
        series,
        study.pictures(),
        study.analysis(),
        study.text());
  }

  static Map<String, Object> options(Object... pairs) {
    Map<String, Object> options = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      options.put(pairs[i].toString(), pairs[i + 1]);
    }
    return options;
  }
}
