package org.thalweg.data;

import java.util.Arrays;
import java.util.List;
import org.thalweg.data.DatasetDescriptor.Option;
import org.thalweg.data.DatasetSource.Splits;
import org.thalweg.random.RandomStream;

/**
 * The split of sources that come as one set: of the permutation of {@code RandomStream.of(seed,
 * "held-out")} the last round(share · n) entries are held out; each split keeps the order of the
 * source. Not stratified.
 */
final class HeldOut {
  static final List<Option> OPTIONS =
      List.of(
          new Option("test", "0.2", "share held out, from 0 to less than 1"),
          new Option("seed", "0", "of the split, a whole number"));

  private HeldOut() {}

  /** Selects without copying features. */
  static Splits split(String description, Samples all, DatasetOptions options) {
    double share = options.notNegative("test");
    long seed = options.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    if (share >= 1) {
      throw options.invalid("test to be a share from 0 to less than 1", options.text("test"));
    }
    int held = (int) Math.round(share * all.count());
    int kept = all.count() - held;
    if (kept == 0 || (held == 0 && share > 0)) {
      throw options.invalid(
          "test to leave samples in both splits", "%s of %d samples".formatted(share, all.count()));
    }
    int[] order = RandomStream.of(seed, "held-out").permutation(all.count());
    int[] train = Arrays.copyOf(order, kept);
    int[] test = Arrays.copyOfRange(order, kept, order.length);
    Arrays.sort(train);
    Arrays.sort(test);
    return new Splits(description, all.select(train), all.select(test));
  }
}
