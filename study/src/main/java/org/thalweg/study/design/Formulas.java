package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The formulas among the quantities of a study. */
public final class Formulas {
  private Formulas() {}

  /**
   * The quantities in an order in which every formula comes after what it needs.
   *
   * @throws org.thalweg.error.ThalwegException {@code STUDY_FILE} if a formula needs itself, or
   *     what is not among the quantities
   */
  public static List<Quantity> inOrder(List<Quantity> quantities) {
    Map<String, Quantity> byName = new LinkedHashMap<>();
    quantities.forEach(quantity -> byName.put(quantity.name(), quantity));
    Set<Quantity> done = new LinkedHashSet<>();
    for (Quantity quantity : quantities) {
      visit(quantity, byName, new LinkedHashSet<>(), done);
    }
    return List.copyOf(done);
  }

  /**
   * Adds the values of all formulas to measured values.
   *
   * @param measured by name; what is missing counts as NaN
   */
  public static Map<String, Double> complete(
      List<Quantity> quantities, Map<String, Double> measured) {
    Map<String, Double> values = new LinkedHashMap<>(measured);
    for (Quantity quantity : inOrder(quantities)) {
      if (quantity.source() instanceof QuantitySource.FromFormula formula) {
        values.put(
            quantity.name(),
            Formula.parse(formula.expression(), quantity.place()).evaluate(values));
      }
    }
    return values;
  }

  private static void visit(
      Quantity quantity, Map<String, Quantity> byName, Set<String> path, Set<Quantity> done) {
    if (done.contains(quantity)) {
      return;
    }
    if (!path.add(quantity.name())) {
      throw YamlNode.error(
          quantity.place(),
          "formulas that do not need themselves",
          path.stream().collect(Collectors.joining(" → ")) + " → " + quantity.name(),
          "take one of them out of the circle");
    }
    if (quantity.source() instanceof QuantitySource.FromFormula formula) {
      List<String> known = new ArrayList<>(byName.keySet());
      for (String name : Formula.parse(formula.expression(), quantity.place()).names()) {
        Quantity needed = byName.get(name);
        if (needed == null) {
          throw YamlNode.error(
              quantity.place(),
              "names of quantities in the formula of '" + quantity.name() + "'",
              "'" + name + "'",
              YamlScalar.nextTo(known, name, quantity.place()));
        }
        visit(needed, byName, path, done);
      }
    }
    path.remove(quantity.name());
    done.add(quantity);
  }
}
