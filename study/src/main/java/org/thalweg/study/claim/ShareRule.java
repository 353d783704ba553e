package org.thalweg.study.claim;

import java.util.Set;
import org.thalweg.study.analysis.Selection;

/**
 * In at least such a share of the trials a quantity lies within bounds.
 *
 * @param quantity which
 * @param bounds of a trial's value
 * @param atLeast least share, from 0 to 1
 * @param where part of the design
 */
public record ShareRule(String quantity, Bounds bounds, double atLeast, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return quantity
        + " "
        + bounds.describe()
        + " in at least "
        + Numbers.plain(100 * atLeast)
        + " % of the trials"
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity);
  }
}
