package org.thalweg.data;

import java.util.Arrays;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/**
 * A subset that the same seed draws again: simple random sampling without replacement.
 *
 * <p>Not stratified, so that means over the subset are unbiased for the whole set with the usual
 * standard error; with few samples the classes are as uneven as chance makes them. The first n
 * entries of the permutation of {@code RandomStream.of(seed, "subset")}, in ascending order: a
 * larger subset of the same seed contains the smaller one. What identifies it in a result's
 * provenance is n, the seed and {@link ContentHash#of(Samples)}.
 */
public final class FixedSubset {
  private FixedSubset() {}

  /**
   * Draws without copying features.
   *
   * @throws ThalwegException {@code INVALID_OPTION} unless 1 ≤ n ≤ {@code samples.count()}
   */
  public static Samples draw(Samples samples, int n, long seed) {
    return samples.select(indices(samples.count(), n, seed));
  }

  /** The indices that {@link #draw} selects, ascending. */
  public static int[] indices(int count, int n, long seed) {
    if (n < 1 || n > count) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a number of samples from 1 to " + count)
          .found(String.valueOf(n))
          .next("ask for at most " + count + " samples, or for none in particular to use all");
    }
    int[] order = RandomStream.of(seed, "subset").permutation(count);
    int[] indices = Arrays.copyOf(order, n);
    Arrays.sort(indices);
    return indices;
  }
}
