package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Factor;
import org.thalweg.study.design.Moment;
import org.thalweg.study.design.PairPlan;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.Quantity.Role;
import org.thalweg.study.design.QuantitySource;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.SeriesPlan;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.TrainingPlan;

/** Designs like those of the reports. */
final class SampleDesigns {
  static final List<String> ARCHITECTURES = List.of("shallow", "deep", "wide", "residual");
  static final List<String> OPTIMIZERS = List.of("sgd", "momentum", "adam");

  private SampleDesigns() {}

  /** One factor, four levels, as R1. */
  static Study architectures(int seeds) {
    return of("r1-architectures", List.of(network(ARCHITECTURES)), seeds, text -> text);
  }

  /** Two factors, as R2: every network with every optimizer. */
  static Study optimizers(List<String> networks, int seeds) {
    return of("r2-optimizers", List.of(network(networks), optimizer()), seeds, text -> text);
  }

  /** One cell. */
  static Study single(int seeds) {
    return of("r4-basin", List.of(network(List.of("cnn-16"))), seeds, text -> text);
  }

  /** The same with every text changed. */
  static Study strange(UnaryOperator<String> texts, int seeds) {
    return of("strange", List.of(network(ARCHITECTURES)), seeds, texts);
  }

  private static Factor network(List<String> levels) {
    return new Factor("network", "architecture", levels, false);
  }

  private static Factor optimizer() {
    return new Factor("optimizer", "optimizer", OPTIMIZERS, false);
  }

  private static Study of(String name, List<Factor> plain, int seeds, UnaryOperator<String> texts) {
    List<Factor> factors =
        plain.stream()
            .map(
                factor ->
                    new Factor(
                        factor.name(),
                        texts.apply(factor.title()),
                        factor.levels().stream().map(texts).toList(),
                        factor.ordered()))
            .toList();
    return new Study(
        texts.apply(name),
        texts.apply("Does the architecture shape the landscape?"),
        texts.apply(
            "Are deep and residual networks flatter than shallow ones when trained alike on the same"
                + " regression, and does that go together with how well they generalize?"),
        texts.apply("R1"),
        Scale.QUICK,
        factors,
        cells(factors),
        LongStream.rangeClosed(1, seeds).boxed().toList(),
        probes(texts),
        List.of(new PairPlan(probe("line", "connect", Moment.FINAL, texts), 4)),
        quantities(texts),
        series(texts),
        List.of("slice", "surface", "trajectory", "line"),
        analysis(factors),
        texts.apply("name: r1-architectures\nquestion: >\n  Are deep networks flatter?\n"));
  }

  private static AnalysisPlan analysis(List<Factor> factors) {
    List<AnalysisPlan.Comparison> comparisons = new ArrayList<>();
    for (Factor factor : factors) {
      comparisons.add(new AnalysisPlan.Comparison("lambda_max", factor.name()));
      comparisons.add(new AnalysisPlan.Comparison("sharpness", factor.name()));
    }
    return new AnalysisPlan(
        comparisons,
        List.of(
            new AnalysisPlan.Association("sharpness", "gap", List.of("train_loss")),
            new AnalysisPlan.Association("lambda_max", "epochs_to_target", List.of())),
        List.of(new AnalysisPlan.Agreement("sharpness", "gap")),
        List.of(
            new AnalysisPlan.Score(
                "difficulty", Map.of("lambda_max", 0.3, "sharpness", 0.5), "epochs_to_target")),
        List.of(new AnalysisPlan.Ranking("sharpness", "test_loss", true)));
  }

  private static List<Cell> cells(List<Factor> factors) {
    List<Map<String, String>> combinations = new ArrayList<>(List.of(Map.of()));
    for (Factor factor : factors) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> levels : combinations) {
        for (String level : factor.levels()) {
          Map<String, String> more = new LinkedHashMap<>(levels);
          more.put(factor.name(), level);
          longer.add(more);
        }
      }
      combinations = longer;
    }
    return combinations.stream().map(levels -> new Cell(levels, plan(levels), Place.NONE)).toList();
  }

  private static TrainingPlan plan(Map<String, String> levels) {
    return new TrainingPlan(
        "sine",
        "net " + levels.getOrDefault("network", "mlp:20"),
        "relu",
        "auto",
        levels.getOrDefault("optimizer", "sgd"),
        OptionalDouble.of(0.01),
        OptionalDouble.empty(),
        0,
        32,
        OptionalInt.empty(),
        100,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        true,
        "float32");
  }

  private static List<ProbePlan> probes(UnaryOperator<String> texts) {
    return List.of(
        probe("spectrum", "hessian", Moment.FINAL, texts),
        probe("sharpness", "sharpness", Moment.FINAL, texts),
        probe("slice", "slice", Moment.FINAL, texts),
        probe("surface", "surface", Moment.FINAL, texts),
        probe("trajectory", "trajectory", Moment.FINAL, texts));
  }

  private static ProbePlan probe(
      String name, String probe, Moment moment, UnaryOperator<String> texts) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("samples", 200);
    options.put("direction", texts.apply("random"));
    return new ProbePlan(name, probe, moment, Double.NaN, options, Map.of());
  }

  private static List<Quantity> quantities(UnaryOperator<String> texts) {
    List<Quantity> all = new ArrayList<>();
    all.add(quantity("train_loss", texts.apply("training loss"), "", true, Role.CONTROL));
    all.add(quantity("test_loss", texts.apply("test loss"), "", true, Role.OUTCOME));
    all.add(quantity("gap", "generalization gap", "", false, Role.OUTCOME));
    all.add(quantity("epochs_to_target", "epochs to the target", "epochs", false, Role.OUTCOME));
    all.add(quantity("lambda_max", "largest eigenvalue λ₁", "", true, Role.PREDICTOR));
    all.add(quantity("sharpness", "sharpness S", "", true, Role.PREDICTOR));
    all.add(quantity("entropy", "local entropy", "nats", false, Role.PREDICTOR));
    all.add(quantity("slice_r2", "R² of the nearest parabola", "", false, Role.PREDICTOR));
    all.add(quantity("constant", "a number that never changes", "", false, Role.PREDICTOR));
    all.add(
        new Quantity(
            "barrier",
            "barrier on the straight line",
            "",
            false,
            Role.OUTCOME,
            true,
            new QuantitySource.FromMeasurement("line", "barrier in loss"),
            Place.NONE));
    return all;
  }

  private static Quantity quantity(
      String name, String title, String unit, boolean logarithmic, Role role) {
    return new Quantity(
        name,
        title,
        unit,
        logarithmic,
        role,
        false,
        new QuantitySource.FromValues("spectrum", "/top/0/value"),
        Place.NONE);
  }

  private static List<SeriesPlan> series(UnaryOperator<String> texts) {
    return List.of(
        new SeriesPlan(
            "train_loss", texts.apply("training loss"), "", true, "training", "trainLoss"),
        new SeriesPlan("lambda_max", "largest eigenvalue λ₁", "", true, "trajectory", "lambda"),
        new SeriesPlan("gradient_norm", "gradient norm", "", false, "training", "gradientNorm"));
  }
}
