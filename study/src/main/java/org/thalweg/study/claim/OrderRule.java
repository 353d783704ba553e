package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;

/**
 * The levels of a factor stand in an order: one part for each neighbouring pair, or for all pairs.
 *
 * @param quantity by which
 * @param factor whose levels
 * @param ascending levels from small to large
 * @param allPairs whether every pair is a part; otherwise neighbours only
 * @param contrast difference or ratio
 * @param where part of the design
 */
public record OrderRule(
    String quantity,
    String factor,
    List<String> ascending,
    boolean allPairs,
    Contrast contrast,
    Selection where)
    implements DecisionRule {
  public OrderRule {
    ascending = List.copyOf(ascending);
  }

  @Override
  public String describe() {
    return quantity
        + ": "
        + String.join(" < ", ascending)
        + (allPairs ? " (every pair)" : "")
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity);
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < ascending.size(); i++) {
      int last = allPairs ? ascending.size() - 1 : Math.min(i + 1, ascending.size() - 1);
      for (int j = i + 1; j <= last; j++) {
        String smaller = ascending.get(i);
        String larger = ascending.get(j);
        double equal = contrast.equal();
        parts.addAll(
            new DifferenceRule(quantity, factor, larger, smaller, contrast, equal, where)
                .parts(evaluation));
      }
    }
    return parts;
  }
}
