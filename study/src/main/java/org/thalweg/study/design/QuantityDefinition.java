package org.thalweg.study.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says about a quantity.
 *
 * @param name of it
 * @param place where it is asked for
 * @param block its keys
 */
record QuantityDefinition(String name, Place place, YamlMapping block) {
  static final List<String> KEYS =
      List.of(
          "title", "unit", "log", "role", "from", "value", "measurement", "statistic", "formula");

  private static final List<String> SOURCES =
      List.of("value", "measurement", "statistic", "formula");

  /** Keys that only the standard quantities have. */
  private static final List<String> CONDITIONS = List.of("probe", "at", "needs");

  /** This standard quantity as a study wants it. */
  QuantityDefinition changed(YamlMapping own) {
    boolean elsewhere = own.find("from").isPresent();
    boolean another = SOURCES.stream().anyMatch(key -> own.find(key).isPresent());
    Map<String, YamlNode> kept = new LinkedHashMap<>(block.entries());
    if (elsewhere || another) {
      CONDITIONS.forEach(kept::remove);
    }
    if (another) {
      SOURCES.forEach(kept::remove);
      kept.remove("from");
    }
    return new QuantityDefinition(
        name, own.place(), YamlOverlay.of(new YamlMapping(name, own.place(), kept, Map.of()), own));
  }

  /** The plan it is read from, {@code training}, or empty for a formula. */
  Optional<String> from() {
    return block
        .value("from")
        .map(YamlScalar::text)
        .or(() -> block.find("statistic").map(statistic -> "training"));
  }

  /** The quantity, as one of trials. */
  Quantity quantity() {
    return new Quantity(
        name,
        block.value("title").map(YamlScalar::text).orElse(name),
        block.value("unit").map(YamlScalar::text).orElse(""),
        block.value("log").map(YamlScalar::truth).orElse(false),
        block.value("role").map(QuantityDefinition::role).orElse(Quantity.Role.PREDICTOR),
        false,
        source(),
        place);
  }

  private static Quantity.Role role(YamlScalar role) {
    return Quantity.Role.valueOf(
        role.oneOf(List.of("predictor", "outcome", "control")).toUpperCase(Locale.ROOT));
  }

  private QuantitySource source() {
    List<String> said = SOURCES.stream().filter(key -> block.find(key).isPresent()).toList();
    if (said.size() != 1) {
      throw YamlNode.error(
          place,
          "one of value, measurement, statistic and formula in '" + name + "'",
          said.isEmpty() ? "none of them" : String.join(" and ", said),
          "e.g.  %s: {from: spectrum, value: /top/0/value}".formatted(name));
    }
    YamlScalar what = block.require(said.get(0), "").scalar();
    return switch (said.get(0)) {
      case "formula" -> {
        refuse("from", "with a formula");
        yield new QuantitySource.FromFormula(what.text());
      }
      case "statistic" -> {
        if (!from().orElse("").equals("training")) {
          throw block.require("from", "").wrong("training, with a statistic");
        }
        yield new QuantitySource.FromTraining(what.text());
      }
      case "value" -> new QuantitySource.FromValues(plan(), pointer(what));
      default -> new QuantitySource.FromMeasurement(plan(), what.text());
    };
  }

  private void refuse(String key, String why) {
    block
        .find(key)
        .ifPresent(
            node -> {
              throw node.wrong("nothing " + why, "remove it");
            });
  }

  private String plan() {
    return block.require("from", "spectrum").scalar().text();
  }

  private static String pointer(YamlScalar value) {
    if (!value.text().startsWith("/")) {
      throw value.wrong(
          "a JSON pointer into the 'values' of the result, e.g. /top/0/value",
          "begin it with '/'; thalweg PROBE … --json shows the document");
    }
    return value.text();
  }
}
