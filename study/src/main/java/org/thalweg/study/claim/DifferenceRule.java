package org.thalweg.study.claim;

import java.util.List;
import java.util.Set;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;

/**
 * One level exceeds another by at least so much.
 *
 * @param quantity in which
 * @param factor whose levels
 * @param larger level that is claimed to have more
 * @param smaller level that is claimed to have less
 * @param contrast difference or ratio
 * @param atLeast least difference (0 for "any"), or least ratio (1 for "any")
 * @param where part of the design
 */
public record DifferenceRule(
    String quantity,
    String factor,
    String larger,
    String smaller,
    Contrast contrast,
    double atLeast,
    Selection where)
    implements DecisionRule {
  @Override
  public String describe() {
    return quantity
        + ": "
        + Words.contrast(contrast, larger, smaller)
        + " "
        + Bounds.above(atLeast).describe()
        + Words.where(where);
  }

  @Override
  public Set<String> quantities() {
    return Set.of(quantity);
  }

  @Override
  public List<Part> parts(Evaluation evaluation) {
    return List.of(
        LevelDifference.part(
            evaluation, quantity, factor, larger, smaller, contrast, Bounds.above(atLeast), where));
  }
}
