package org.thalweg.symmetry;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * What {@link WeightMatching} is asked for.
 *
 * @param starts searches with different orders of the groups; default 5
 * @param maxSweeps visits of all groups in one search; default 100
 * @param seed of the orders; default 0
 */
public record MatchingOptions(int starts, int maxSweeps, long seed) {
  public MatchingOptions {
    if (starts < 1 || maxSweeps < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least one search of at least one sweep")
          .found(starts + " searches of " + maxSweeps + " sweeps")
          .next("change the options of the alignment");
    }
  }

  public static MatchingOptions defaults() {
    return new MatchingOptions(5, 100, 0);
  }

  public MatchingOptions withStarts(int value) {
    return new MatchingOptions(value, maxSweeps, seed);
  }

  public MatchingOptions withMaxSweeps(int value) {
    return new MatchingOptions(starts, value, seed);
  }

  public MatchingOptions withSeed(long value) {
    return new MatchingOptions(starts, maxSweeps, value);
  }
}
