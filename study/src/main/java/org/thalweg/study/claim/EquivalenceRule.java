package org.thalweg.study.claim;

import java.util.List;
import java.util.Set;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;

/**
 * Two levels are practically the same.
 *
 * @param quantity in which
 * @param factor whose levels
 * @param first level
 * @param second level
 * @param contrast difference or ratio
 * @param within largest difference in either direction that counts as none; of a ratio, the largest
 *     factor, e.g. 1.25 for 0.8 to 1.25
 * @param where part of the design
 */
public record EquivalenceRule(
    String quantity,
    String factor,
    String first,
    String second,
    Contrast contrast,
    double within,
    Selection where)
    implements DecisionRule {
  Bounds bounds() {
    return contrast == Contrast.RATIO
        ? new Bounds(1 / within, within)
        : new Bounds(-within, within);
  }

  @Override
  public String describe() {
    return quantity
        + ": "
        + Words.contrast(contrast, first, second)
        + " "
        + bounds().describe()
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
            evaluation, quantity, factor, first, second, contrast, bounds(), where));
  }
}
