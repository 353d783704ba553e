package org.thalweg.study.claim;

import java.util.Set;
import org.thalweg.study.analysis.Selection;

/**
 * The mean of a quantity lies within bounds.
 *
 * @param quantity which
 * @param bounds of its mean over seeds
 * @param everyCell whether each cell is a part; otherwise the mean over all cells is the only one
 * @param where part of the design
 */
public record MeanRule(String quantity, Bounds bounds, boolean everyCell, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return "mean "
        + quantity
        + " "
        + bounds.describe()
        + (everyCell ? " in every cell" : "")
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity);
  }
}
