package org.thalweg.study.claim;

import java.util.Set;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;

/**
 * A quantity rises, or falls, along an ordered factor. The effect is the slope of the least-squares
 * line over the numbers 0, 1, 2, … of the levels: the mean change from one level to the next (a
 * factor, if the contrast is a ratio).
 *
 * <p>Misleads: a quantity that rises first and falls later may have a clear slope.
 *
 * @param quantity which
 * @param factor along whose levels, in the order of the study
 * @param rising whether it is claimed to rise
 * @param contrast difference or ratio
 * @param where part of the design
 */
public record TrendRule(
    String quantity, String factor, boolean rising, Contrast contrast, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return quantity + (rising ? " rises" : " falls") + " along " + factor + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity);
  }
}
