package org.thalweg.objective;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Samples given by their numbers. */
public final class SampleIndices {
  private SampleIndices() {}

  /**
   * Refuses an empty choice and numbers that no sample has.
   *
   * @param count how many samples there are
   * @throws ThalwegException {@code DIMENSION_MISMATCH}
   */
  public static void require(int[] samples, int count) {
    if (samples.length == 0) {
      throw mismatch(count, "no sample");
    }
    for (int sample : samples) {
      if (sample < 0 || sample >= count) {
        throw mismatch(count, "sample " + sample);
      }
    }
  }

  private static ThalwegException mismatch(int count, String found) {
    return ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
        .expected("at least one sample, with numbers from 0 to " + (count - 1))
        .found(found)
        .next("choose samples of the data of this objective");
  }
}
