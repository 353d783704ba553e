package org.thalweg.study.claim;

import org.thalweg.statistics.Interval;

/**
 * One part of a rule, tested but not decided: that waits for the correction over all parts.
 *
 * @param what was looked at, e.g. {@code "sharpness: shallow / deep"}
 * @param claimed where the effect is claimed to lie
 * @param estimate of the effect with its interval
 * @param pValue two-sided, against the nearest bound
 * @param rows independent rows
 * @param unit what a row is, in the plural
 * @param seeds that entered
 * @param observations trials or pairs that entered
 * @param missing those left out because a value is missing
 * @param obstacle why this cannot be decided; empty if it can
 */
public record Part(
    String what,
    Bounds claimed,
    Interval estimate,
    double pValue,
    int rows,
    String unit,
    int seeds,
    int observations,
    int missing,
    String obstacle) {
  /** Fewer seeds decide nothing. */
  public static final int FEWEST_SEEDS = 5;

  /** Something that the study did not measure. */
  static Part absent(String what, Bounds claimed, double level, int missing, String why) {
    return new Part(
        what, claimed, Interval.missing(1 - level), Double.NaN, 0, "seeds", 0, 0, missing, why);
  }

  /** The same, undecidable for this reason unless there is one already. */
  Part hindered(boolean hindrance, String why) {
    if (!hindrance || !obstacle.isEmpty()) {
      return this;
    }
    return new Part(what, claimed, estimate, pValue, rows, unit, seeds, observations, missing, why);
  }

  boolean measured() {
    return observations > 0;
  }

  boolean decidable() {
    return obstacle.isEmpty() && !Double.isNaN(pValue);
  }
}
