package org.thalweg.app.request;

import java.util.OptionalInt;

/**
 * The samples over which a loss is averaged.
 *
 * @param split which half of the data set
 * @param samples size of the fixed subset, drawn from the seed and recorded; empty: all
 * @param chunk samples evaluated at once; 0: what fits the cache. Affects speed and memory, not the
 *     result beyond rounding
 */
public record Sampling(Split split, OptionalInt samples, int chunk) {
  public static final Sampling DEFAULT = new Sampling(Split.TRAIN, OptionalInt.empty(), 0);

  public Sampling {
    samples.ifPresent(count -> Checks.atLeast("--samples", 1, count));
    Checks.atLeast("--batch", 0, chunk);
  }
}
