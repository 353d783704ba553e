package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blocks {@code series:} and {@code pictures:}. */
final class SeriesReader {
  static final List<String> TRAINING_COLUMNS =
      List.of("trainLoss", "testLoss", "trainAccuracy", "testAccuracy", "gradientNorm");
  static final List<String> PATH_COLUMNS =
      List.of("lambda", "sharpness", "gradientNorm", "alignment", "threshold", "loss");
  static final List<String> KEYS = List.of("title", "unit", "log", "from", "column");

  private static final String TRAINING = "training";
  private static final String TRAJECTORY = "trajectory";
  private static final List<SeriesPlan> STANDARD =
      List.of(
          new SeriesPlan("train_loss", "training loss", "", true, TRAINING, "trainLoss"),
          new SeriesPlan("test_loss", "test loss", "", true, TRAINING, "testLoss"),
          new SeriesPlan(
              "train_accuracy", "training accuracy", "", false, TRAINING, "trainAccuracy"),
          new SeriesPlan("test_accuracy", "test accuracy", "", false, TRAINING, "testAccuracy"),
          new SeriesPlan("gradient_norm", "gradient norm ‖∇L‖", "", true, TRAINING, "gradientNorm"),
          new SeriesPlan("lambda_max", "largest eigenvalue λ₁", "", true, TRAJECTORY, "lambda"),
          new SeriesPlan("sharpness", "sharpness S", "", true, TRAJECTORY, "sharpness"));

  private final Map<String, ProbePlan> probes = new LinkedHashMap<>();

  SeriesReader(List<ProbePlan> probes) {
    probes.forEach(plan -> this.probes.put(plan.name(), plan));
  }

  /** The names that need no definition. */
  static List<String> standard() {
    return STANDARD.stream().map(SeriesPlan::name).toList();
  }

  List<SeriesPlan> series(Optional<YamlNode> block) {
    Map<String, SeriesPlan> all = new LinkedHashMap<>();
    if (block.isEmpty()) {
      STANDARD.stream()
          .filter(plan -> !plan.column().endsWith("Accuracy"))
          .filter(plan -> plan.probe().equals(TRAINING) || hasPath(plan.probe()))
          .forEach(plan -> all.put(plan.name(), plan));
      return List.copyOf(all.values());
    }
    for (YamlNode item : block.get().sequence().items()) {
      SeriesPlan plan = item instanceof YamlScalar name ? known(name) : own(item.mapping());
      if (all.put(plan.name(), plan) != null) {
        throw YamlNode.error(
            item.place(), "every series once", "'" + plan.name() + "' again", "remove one");
      }
    }
    return List.copyOf(all.values());
  }

  private SeriesPlan known(YamlScalar name) {
    name.oneOf(standard());
    SeriesPlan plan =
        STANDARD.stream().filter(one -> one.name().equals(name.raw())).findFirst().orElseThrow();
    if (!plan.probe().equals(TRAINING) && !hasPath(plan.probe())) {
      throw name.wrong(
          "a series of the training, or a probe plan 'trajectory' with curvature",
          "add  trajectory: {}  to 'probes:'");
    }
    return plan;
  }

  private boolean hasPath(String name) {
    ProbePlan plan = probes.get(name);
    return plan != null
        && plan.probe().equals(TRAJECTORY)
        && !Boolean.FALSE.equals(plan.options().get("curvature"));
  }

  private SeriesPlan own(YamlMapping item) {
    if (item.entries().size() != 1) {
      throw YamlNode.error(
          item.place(), "one series after each dash", item.describe(), "write  - NAME: {…}");
    }
    String name = item.entries().keySet().iterator().next();
    YamlMapping block = item.require(name, "").mapping().only(KEYS);
    YamlScalar from = block.require("from", TRAINING).scalar();
    boolean training = from.text().equals(TRAINING);
    if (!training && !hasPath(from.raw())) {
      List<String> right = new ArrayList<>(List.of(TRAINING));
      probes.keySet().stream().filter(this::hasPath).forEach(right::add);
      throw from.wrong(
          "training, or a trajectory probe with curvature: " + String.join(", ", right));
    }
    String column =
        block
            .require("column", "trainLoss")
            .scalar()
            .oneOf(training ? TRAINING_COLUMNS : PATH_COLUMNS);
    return new SeriesPlan(
        name,
        block.value("title").map(YamlScalar::text).orElse(name),
        block.value("unit").map(YamlScalar::text).orElse(""),
        block.value("log").map(YamlScalar::truth).orElse(false),
        from.raw(),
        column);
  }

  /**
   * Names of probes whose pictures are shown side by side; without the block, all that have any.
   */
  List<String> pictures(Optional<YamlNode> block) {
    List<String> drawn =
        probes.values().stream()
            .filter(plan -> List.of("slice", "surface", TRAJECTORY).contains(plan.probe()))
            .map(ProbePlan::name)
            .toList();
    if (block.isEmpty()) {
      return drawn;
    }
    List<String> names = new ArrayList<>();
    for (YamlNode item : block.get().sequence().items()) {
      YamlScalar name = item.scalar();
      if (!drawn.contains(name.text())) {
        throw name.wrong(
            "a slice, surface or trajectory probe of this study: " + String.join(", ", drawn),
            YamlScalar.nextTo(drawn, name.raw(), name.place()));
      }
      names.add(name.raw());
    }
    return List.copyOf(names);
  }
}
