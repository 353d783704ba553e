package org.thalweg.probe.slice;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Values;

/**
 * Equidistant steps along a direction, both ends included; in units of the direction.
 *
 * @param first the smallest step, a
 * @param last the largest step, b &gt; a
 * @param points how many, n ≥ 2; an odd number over a symmetric range includes 0 exactly
 */
public record Axis(double first, double last, int points) {
  /** More along one direction is a slip of the keyboard. */
  private static final int MOST_POINTS = 100_000;

  public Axis {
    if (!Double.isFinite(first) || !Double.isFinite(last) || !(first < last)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a range a:b of finite numbers with a < b")
          .found(first + ":" + last)
          .next("give a range such as -1:1");
    }
    if (points < 2 || points > MOST_POINTS) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("2 to " + MOST_POINTS + " points along a direction")
          .found(points + " points")
          .next("give a number of points such as 31 (odd numbers include the centre)");
    }
  }

  public Values values() {
    return Values.linspace(first, last, points);
  }
}
