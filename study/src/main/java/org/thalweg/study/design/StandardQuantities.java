package org.thalweg.study.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** The quantities that need no definition, and whether a study's probes give them. */
final class StandardQuantities {
  /** The options under which a probe measures these when the option is left out. */
  private static final Set<String> ON_BY_DEFAULT = Set.of("measure", "curvature");

  private final Map<String, QuantityDefinition> all = new LinkedHashMap<>();
  private final Map<String, ProbePlan> plans = new LinkedHashMap<>();
  private final List<Cell> cells;

  StandardQuantities(List<ProbePlan> probes, List<PairPlan> pairs, List<Cell> cells) {
    probes.forEach(plan -> plans.put(plan.name(), plan));
    pairs.forEach(pair -> plans.put(pair.connect().name(), pair.connect()));
    this.cells = cells;
    Resources.quantities()
        .entries()
        .forEach(
            (name, node) ->
                all.put(name, new QuantityDefinition(name, node.place(), node.mapping())));
  }

  Set<String> names() {
    return all.keySet();
  }

  /** The definition, with the place where it is asked for. */
  QuantityDefinition named(String name, Place place) {
    YamlMapping block = definition(name).block();
    Map<String, YamlNode> entries = new LinkedHashMap<>(block.entries());
    if (name.equals("epochs_to_target") && accuracy().isPresent()) {
      String statistic = "epochs-to-accuracy:" + accuracy().getAsDouble();
      entries.put("statistic", new YamlScalar("statistic", place, YamlScalar.Kind.TEXT, statistic));
    }
    return new QuantityDefinition(name, place, new YamlMapping(name, place, entries, Map.of()));
  }

  private QuantityDefinition definition(String name) {
    QuantityDefinition found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException(name);
    }
    return found;
  }

  /** What a study lacks for a quantity, as an instruction; empty if nothing. */
  Optional<String> lacking(String name) {
    return lacking(definition(name), new TreeSet<>());
  }

  private Optional<String> lacking(QuantityDefinition definition, Set<String> seen) {
    if (!seen.add(definition.name())) {
      return Optional.empty();
    }
    YamlMapping block = definition.block();
    if (block.find("formula").isPresent()) {
      return Formula.parse(block.require("formula", "").scalar().text(), definition.place())
          .names()
          .stream()
          .map(name -> lacking(definition(name), seen))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (block.find("statistic").isPresent()) {
      return definition.name().equals("epochs_to_target") && accuracy().isEmpty()
          ? Optional.of(
              "set the same until-accuracy everywhere, or write "
                  + " epochs_to_target: {statistic: 'epochs-to-accuracy:0.97'}")
          : Optional.empty();
    }
    return lackingPlan(block);
  }

  private Optional<String> lackingPlan(YamlMapping block) {
    String from = block.require("from", "").scalar().text();
    String probe = block.require("probe", "").scalar().text();
    String at = block.value("at").map(YamlScalar::text).orElse("final");
    boolean pair = probe.equals("connect");
    ProbePlan plan = plans.get(from);
    if (plan == null || !plan.probe().equals(probe) || !plan.moment().text().equals(at)) {
      return Optional.of(
          pair
              ? "add  %s: {}  to 'pairs:'".formatted(from)
              : "add  %s: {probe: %s%s}  to 'probes:'"
                  .formatted(from, probe, at.equals("final") ? "" : ", at: " + at(at)));
    }
    if (block.find("needs").isEmpty()) {
      return Optional.empty();
    }
    return block.require("needs", "").mapping().entries().values().stream()
        .map(YamlNode::scalar)
        .filter(need -> !met(plan, need))
        .map(need -> "add  %s: %s  to '%s'".formatted(need.key(), need.raw(), from))
        .findFirst();
  }

  private static String at(String moment) {
    return moment.equals("epoch") ? "epoch 1" : moment;
  }

  private static boolean met(ProbePlan plan, YamlScalar need) {
    Object option = plan.options().get(need.key());
    if (option == null) {
      return ON_BY_DEFAULT.contains(need.key());
    }
    return option instanceof List<?> several
        ? several.contains(need.raw())
        : String.valueOf(option).equals(need.raw());
  }

  /** The accuracy at which every training ends, if it is the same for all. */
  private OptionalDouble accuracy() {
    List<OptionalDouble> different =
        cells.stream().map(cell -> cell.training().untilAccuracy()).distinct().toList();
    return different.size() == 1 ? different.get(0) : OptionalDouble.empty();
  }
}
