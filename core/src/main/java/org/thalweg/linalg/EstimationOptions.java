package org.thalweg.linalg;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * When an average over random probes is good enough.
 *
 * @param relativeError largest distance from the estimate to an end of its 95 % interval, relative
 *     to the estimate; default 0.05
 * @param minProbes probes before the rule is asked at all, so that agreement of a few by luck ends
 *     nothing; default 20
 * @param maxProbes most probes; default 200
 * @param seed of the probes; default 0
 */
public record EstimationOptions(double relativeError, int minProbes, int maxProbes, long seed) {
  /** Fewer say nothing about their own spread. */
  private static final int FEWEST = 10;

  public EstimationOptions {
    require(
        relativeError > 0 && Double.isFinite(relativeError),
        "a relative error above 0",
        "" + relativeError);
    require(minProbes >= FEWEST, "at least " + FEWEST + " probes", "" + minProbes);
    require(maxProbes >= minProbes, "at least " + minProbes + " probes", "" + maxProbes);
  }

  public static EstimationOptions defaults() {
    return new EstimationOptions(0.05, 20, 200, 0);
  }

  public EstimationOptions withRelativeError(double value) {
    return new EstimationOptions(value, minProbes, maxProbes, seed);
  }

  /** At most so many probes, and no more than that at least. */
  public EstimationOptions withMaxProbes(int value) {
    return new EstimationOptions(relativeError, Math.min(minProbes, value), value, seed);
  }

  public EstimationOptions withSeed(long value) {
    return new EstimationOptions(relativeError, minProbes, maxProbes, value);
  }

  /**
   * How many probes to multiply together after so many: up to the fewest that are wanted, and then
   * a tenth at a time, so that not many are spent beyond the goal.
   *
   * @param most that are cheaper together than one by one
   */
  int together(int done, int most) {
    int sensible = done < minProbes ? minProbes - done : Math.max(1, done / 10);
    return Math.min(Math.min(sensible, most), maxProbes - done);
  }

  private static void require(boolean holds, String expected, String found) {
    if (!holds) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected(expected)
          .found(found)
          .next("change the options of the random probes");
    }
  }
}
