package org.thalweg.study.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.statistics.Interval;

/**
 * One quantity in one cell: how many trials have it, their mean, spread and median.
 *
 * <p>Misleads: a trial that diverged is missing here, so that the mean is one over the trials that
 * did not. Look at {@code missing}.
 *
 * @param levels a level by factor
 * @param quantity which
 * @param count trials (or pairs) with a finite value
 * @param missing those without
 * @param mean with Student's interval, which is NaN for fewer than 2 values
 * @param standardDeviation with n − 1 in the denominator; NaN for fewer than 2 values
 * @param median NaN without values
 * @param minimum smallest finite value; NaN without values
 * @param maximum largest finite value; NaN without values
 */
public record CellSummary(
    Map<String, String> levels,
    String quantity,
    int count,
    int missing,
    Interval mean,
    double standardDeviation,
    double median,
    double minimum,
    double maximum) {
  public CellSummary {
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
  }

  /** E.g. {@code "deep · adam"}, as {@link org.thalweg.study.design.Cell#name()}. */
  public String cell() {
    return levels.isEmpty() ? "all" : String.join(" · ", levels.values());
  }
}
