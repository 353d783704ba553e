package org.thalweg.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The ranks of the absolute values of differences that are not 0, with their signs. */
final class SignedRanks {
  private final double[] differences;
  private final int[] doubled;
  private final int zeros;
  private final int missing;

  private SignedRanks(double[] differences, int zeros, int missing) {
    this.differences = differences;
    this.doubled = Ranks.doubled(Arrays.stream(differences).map(Math::abs).toArray());
    this.zeros = zeros;
    this.missing = missing;
  }

  static SignedRanks of(double[] differences) {
    CompleteRows rows = CompleteRows.ordered(differences);
    double[] nonzero = Arrays.stream(rows.column(0)).filter(d -> d != 0).toArray();
    return new SignedRanks(nonzero, rows.count() - nonzero.length, rows.missing());
  }

  int count() {
    return differences.length;
  }

  int zeros() {
    return zeros;
  }

  int missing() {
    return missing;
  }

  int[] doubled() {
    return doubled.clone();
  }

  /** W⁺. */
  double positive() {
    return IntStream.range(0, count()).filter(i -> differences[i] > 0).mapToLong(this::rank).sum()
        / 2.0;
  }

  /** W⁻. */
  double negative() {
    return total() - positive();
  }

  /** The sum of all ranks. */
  double total() {
    return IntStream.range(0, count()).mapToLong(this::rank).sum() / 2.0;
  }

  /** The sum of all squared ranks. */
  double squares() {
    return IntStream.range(0, count()).mapToLong(i -> rank(i) * rank(i)).sum() / 4.0;
  }

  private long rank(int i) {
    return doubled[i];
  }
}
