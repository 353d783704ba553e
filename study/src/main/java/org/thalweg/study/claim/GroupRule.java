package org.thalweg.study.claim;

import java.util.Set;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.Unit;

/**
 * Where one quantity is large, another is larger than where it is small.
 *
 * @param quantity that is compared
 * @param by that divides
 * @param low small is below this
 * @param high large is above this
 * @param contrast difference or ratio
 * @param atLeast least excess of the large group (0 for "any"), or least ratio (1 for "any")
 * @param unit whether cells (by their means) or trials are divided
 * @param where part of the design
 */
public record GroupRule(
    String quantity,
    String by,
    double low,
    double high,
    Contrast contrast,
    double atLeast,
    Unit unit,
    Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return quantity
        + ": "
        + Words.contrast(
            contrast,
            "where " + by + " > " + Numbers.plain(high),
            "where " + by + " < " + Numbers.plain(low))
        + " "
        + Bounds.above(atLeast).describe()
        + " over "
        + unit.text()
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity, by);
  }
}
