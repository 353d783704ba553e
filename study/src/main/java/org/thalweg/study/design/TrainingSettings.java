package org.thalweg.study.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.error.ThalwegException;

/**
 * Some of the options of a training, as they are written: the words of {@code thalweg train}. What
 * a factor says is laid over what the study says, and both over the defaults of the command.
 *
 * @param options by name
 */
record TrainingSettings(Map<String, YamlScalar> options) {
  static final TrainingSettings NONE = new TrainingSettings(Map.of());

  /** Every option, in the order of the command's help. */
  static final List<String> NAMES =
      List.of(
          "data",
          "net",
          "activation",
          "loss",
          "optimizer",
          "lr",
          "momentum",
          "weight-decay",
          "batch",
          "samples",
          "epochs",
          "until-accuracy",
          "record-every",
          "snapshots",
          "precision");

  static final List<String> ACTIVATIONS = List.of("relu", "tanh", "gelu");
  static final List<String> LOSSES = List.of("auto", "cross-entropy", "mse");
  static final List<String> OPTIMIZERS = List.of("sgd", "momentum", "nesterov", "adam", "adamw");
  static final List<String> PRECISIONS = List.of("float32", "float64");

  private static final List<String> WITH_MOMENTUM = List.of("momentum", "nesterov");
  private static final int DEFAULT_BATCH = 128;
  private static final int DEFAULT_EPOCHS = 5;
  private static final int EPOCHS_UNTIL_ACCURACY = 100;

  TrainingSettings {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** Reads a block of options. */
  static TrainingSettings of(YamlMapping block) {
    block.only(NAMES);
    Map<String, YamlScalar> options = new LinkedHashMap<>();
    block.entries().forEach((name, value) -> options.put(name, value.scalar()));
    return new TrainingSettings(options);
  }

  /** One option. */
  static TrainingSettings of(String name, YamlScalar value) {
    return new TrainingSettings(
        Map.of(name, new YamlScalar(name, value.place(), value.kind(), value.raw())));
  }

  /** These with others laid over them. */
  TrainingSettings with(TrainingSettings others) {
    Map<String, YamlScalar> all = new LinkedHashMap<>(options);
    all.putAll(others.options);
    return new TrainingSettings(all);
  }

  /**
   * The training they describe.
   *
   * @param place of the cell, for what is missing
   */
  TrainingPlan plan(Place place) {
    Optional<YamlScalar> until = find("until-accuracy");
    String optimizer = find("optimizer").map(option -> option.oneOf(OPTIMIZERS)).orElse("momentum");
    refuseMomentum(optimizer);
    return new TrainingPlan(
        required("data", "mnist", place),
        required("net", "mlp:256", place),
        find("activation").map(option -> option.oneOf(ACTIVATIONS)).orElse("relu"),
        find("loss").map(option -> option.oneOf(LOSSES)).orElse("auto"),
        optimizer,
        number(find("lr").map(YamlScalar::positive)),
        number(find("momentum").map(TrainingSettings::momentum)),
        find("weight-decay").map(TrainingSettings::decay).orElse(0.0),
        find("batch").map(option -> option.count(1)).orElse(DEFAULT_BATCH),
        count(find("samples")),
        find("epochs")
            .map(option -> option.count(until.isPresent() ? 1 : 0))
            .orElse(until.isPresent() ? EPOCHS_UNTIL_ACCURACY : DEFAULT_EPOCHS),
        number(until.map(TrainingSettings::accuracy)),
        count(find("record-every")),
        find("snapshots").map(YamlScalar::truth).orElse(false),
        find("precision").map(option -> option.oneOf(PRECISIONS)).orElse("float32"));
  }

  /** Where an option stands, or else the cell. */
  Place place(String name, Place cell) {
    return find(name).map(YamlScalar::place).orElse(cell);
  }

  private Optional<YamlScalar> find(String name) {
    return Optional.ofNullable(options.get(name));
  }

  private String required(String name, String example, Place place) {
    return find(name).map(YamlScalar::text).orElseThrow(() -> missing(name, example, place));
  }

  private static ThalwegException missing(String name, String example, Place place) {
    return YamlNode.error(
        place,
        "'%s' under 'training:' or in every level of a factor".formatted(name),
        "a training without it",
        "add a line such as  %s: %s  under 'training:'".formatted(name, example));
  }

  private void refuseMomentum(String optimizer) {
    YamlScalar momentum = options.get("momentum");
    if (momentum != null && !WITH_MOMENTUM.contains(optimizer)) {
      throw momentum.wrong(
          "only with optimizer: momentum or nesterov",
          "move it into the levels whose optimizer has a momentum; here it is " + optimizer);
    }
  }

  private static double momentum(YamlScalar option) {
    String expected = "a number from 0 to less than 1";
    double value = option.number(expected, true);
    return option.number(expected, value >= 0 && value < 1);
  }

  private static double decay(YamlScalar option) {
    String expected = "a number of at least 0";
    return option.number(expected, option.number(expected, true) >= 0);
  }

  private static double accuracy(YamlScalar option) {
    String expected = "a fraction above 0 and at most 1, e.g. 0.97";
    double value = option.number(expected, true);
    return option.number(expected, value > 0 && value <= 1);
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static OptionalInt count(Optional<YamlScalar> value) {
    return value.map(option -> OptionalInt.of(option.count(1))).orElseGet(OptionalInt::empty);
  }
}
