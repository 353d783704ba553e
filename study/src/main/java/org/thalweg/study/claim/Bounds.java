package org.thalweg.study.claim;

/**
 * Where an effect is claimed to lie.
 *
 * @param low −∞ if there is no lower bound
 * @param high +∞ if there is no upper bound
 */
public record Bounds(double low, double high) {
  public static Bounds above(double low) {
    return new Bounds(low, Double.POSITIVE_INFINITY);
  }

  public static Bounds below(double high) {
    return new Bounds(Double.NEGATIVE_INFINITY, high);
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** E.g. {@code "> 0"}, {@code "20 to 80"}. */
  public String describe() {
    if (Double.isInfinite(high)) {
      return "> " + Numbers.plain(low);
    }
    if (Double.isInfinite(low)) {
      return "< " + Numbers.plain(high);
    }
    return Numbers.plain(low) + " to " + Numbers.plain(high);
  }

  /** Of single values, which may lie on a bound: {@code "at most 1"}, {@code "from 20 to 80"}. */
  String ofValues() {
    if (Double.isInfinite(high)) {
      return "at least " + Numbers.plain(low);
    }
    if (Double.isInfinite(low)) {
      return "at most " + Numbers.plain(high);
    }
    return "from " + Numbers.plain(low) + " to " + Numbers.plain(high);
  }
}
