package org.thalweg.study.claim;

import java.util.Set;
import org.thalweg.study.analysis.Selection;

/**
 * A measure does not notice a transformation: in every cell the ratio after / before is 1 within a
 * tolerance.
 *
 * @param before quantity of the network as it was trained
 * @param after the same quantity of the transformed network
 * @param within largest factor that counts as none, e.g. 1.05
 * @param where part of the design
 */
public record InvarianceRule(String before, String after, double within, Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return after
        + " / "
        + before
        + " "
        + new Bounds(1 / within, within).describe()
        + " in every cell"
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(before, after);
  }
}
