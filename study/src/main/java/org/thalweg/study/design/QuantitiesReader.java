package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The block {@code quantities:}: names of standard quantities and definitions of one's own. What a
 * formula or the analysis mentions comes along if it is a standard quantity; without the block, all
 * standard quantities that the probes give.
 */
final class QuantitiesReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Set<String> FUNCTIONS = Set.of("abs", "min", "max", "sqrt", "log", "log10");

  private final StandardQuantities standard;
  private final Set<String> probes = new TreeSet<>();
  private final Set<String> pairs = new TreeSet<>();
  private final Map<String, Quantity> chosen = new LinkedHashMap<>();

  QuantitiesReader(List<ProbePlan> probes, List<PairPlan> pairs, List<Cell> cells) {
    standard = new StandardQuantities(probes, pairs, cells);
    probes.forEach(plan -> this.probes.add(plan.name()));
    pairs.forEach(pair -> this.pairs.add(pair.connect().name()));
  }

  /** Reads the block. */
  void read(Optional<YamlNode> block) {
    if (block.isEmpty()) {
      for (String name : standard.names()) {
        if (standard.lacking(name).isEmpty()) {
          add(standard.named(name, Place.NONE));
        }
      }
      return;
    }
    for (YamlNode item : block.get().sequence().items()) {
      if (item instanceof YamlScalar name) {
        refuseTwice(name.text(), name.place());
        add(known(name));
      } else {
        own(item.mapping());
      }
    }
    for (Quantity quantity : List.copyOf(chosen.values())) {
      addNeeded(quantity);
    }
  }

  private void own(YamlMapping item) {
    if (item.entries().size() != 1) {
      throw YamlNode.error(
          item.place(),
          "one quantity after each dash",
          item.describe(),
          "write  - NAME: {from: …, value: …}  with the details in { } or further to the right");
    }
    String name = item.entries().keySet().iterator().next();
    Place place = item.place(name);
    refuseTwice(name, place);
    if (!NAME.matcher(name).matches() || FUNCTIONS.contains(name)) {
      throw YamlNode.error(
          place,
          "a name of small letters, digits and '_' that is no function of formulas",
          "'" + name + "'",
          "choose another name; 'title:' may be anything");
    }
    YamlMapping block = item.require(name, "").mapping().only(QuantityDefinition.KEYS);
    add(
        standard.names().contains(name)
            ? standard.named(name, place).changed(block)
            : new QuantityDefinition(name, place, block));
  }

  private void refuseTwice(String name, Place place) {
    if (chosen.containsKey(name)) {
      throw YamlNode.error(
          place, "every quantity once", "'" + name + "' again", "remove one of the two");
    }
  }

  private QuantityDefinition known(YamlScalar name) {
    if (!standard.names().contains(name.text())) {
      throw YamlNode.error(
          name.place(),
          "the name of a standard quantity (docs/studies.md), or a definition:  - NAME: {…}",
          name.describe(),
          YamlScalar.nextTo(standard.names(), name.raw(), name.place()));
    }
    standard
        .lacking(name.text())
        .ifPresent(
            lack -> {
              throw YamlNode.error(
                  name.place(),
                  "what '" + name.raw() + "' is made from",
                  "not all of it in this study",
                  lack);
            });
    return standard.named(name.text(), name.place());
  }

  private Quantity add(QuantityDefinition definition) {
    Quantity quantity = definition.quantity();
    if (quantity.source() instanceof QuantitySource.FromTraining training) {
      TrainingStatistic.parse(training.statistic(), definition.place());
    }
    definition.from().ifPresent(from -> checkPlan(from, definition));
    chosen.put(quantity.name(), quantity);
    return quantity;
  }

  private void checkPlan(String from, QuantityDefinition definition) {
    boolean training = quantityIsOfTraining(definition);
    if (training != from.equals("training")
        || (!training && !probes.contains(from) && !pairs.contains(from))) {
      List<String> plans = new ArrayList<>(probes);
      plans.addAll(pairs);
      throw YamlNode.error(
          definition.block().find("from").map(YamlNode::place).orElse(definition.place()),
          "from: the name of a probe or pair of this study"
              + (plans.isEmpty() ? "; it has none" : ": " + String.join(", ", plans)),
          "'" + from + "'",
          YamlScalar.nextTo(plans, from, definition.place()));
    }
  }

  private static boolean quantityIsOfTraining(QuantityDefinition definition) {
    return definition.block().find("statistic").isPresent();
  }

  private void addNeeded(Quantity quantity) {
    if (quantity.source() instanceof QuantitySource.FromFormula formula) {
      for (String name : Formula.parse(formula.expression(), quantity.place()).names()) {
        if (!chosen.containsKey(name) && standard.names().contains(name)) {
          YamlScalar asked = new YamlScalar(name, quantity.place(), YamlScalar.Kind.TEXT, name);
          addNeeded(add(known(asked)));
        }
      }
    }
  }

  /** The quantity that the analysis names; a standard one is added if it can be. */
  String mention(YamlScalar name) {
    if (!chosen.containsKey(name.text())) {
      if (!standard.names().contains(name.raw())) {
        throw name.unknown(chosen.keySet());
      }
      addNeeded(add(known(name)));
    }
    return name.raw();
  }

  /** All quantities, with what formulas of pairs are. */
  List<Quantity> finish() {
    Map<String, Boolean> ofPairs = new LinkedHashMap<>();
    for (Quantity quantity : Formulas.inOrder(List.copyOf(chosen.values()))) {
      ofPairs.put(quantity.name(), isOfPairs(quantity, ofPairs));
    }
    return chosen.values().stream()
        .map(quantity -> withPairs(quantity, ofPairs.getOrDefault(quantity.name(), false)))
        .toList();
  }

  private boolean isOfPairs(Quantity quantity, Map<String, Boolean> known) {
    if (quantity.source() instanceof QuantitySource.FromValues values) {
      return pairs.contains(values.probe());
    }
    if (quantity.source() instanceof QuantitySource.FromMeasurement measurement) {
      return pairs.contains(measurement.probe());
    }
    if (quantity.source() instanceof QuantitySource.FromFormula formula) {
      List<Boolean> kinds =
          Formula.parse(formula.expression(), quantity.place()).names().stream()
              .map(name -> known.getOrDefault(name, false))
              .distinct()
              .toList();
      if (kinds.size() > 1) {
        throw YamlNode.error(
            quantity.place(),
            "a formula over quantities of trials, or over quantities of pairs",
            "both in '" + quantity.name() + "'",
            "a pair has no values of its own trials; use one kind");
      }
      return kinds.equals(List.of(true));
    }
    return false;
  }

  private static Quantity withPairs(Quantity quantity, boolean ofPairs) {
    return new Quantity(
        quantity.name(),
        quantity.title(),
        quantity.unit(),
        quantity.logarithmic(),
        quantity.role(),
        ofPairs,
        quantity.source(),
        quantity.place());
  }
}
