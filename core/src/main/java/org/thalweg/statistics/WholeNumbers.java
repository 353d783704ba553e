package org.thalweg.statistics;

/**
 * The distribution of a sum of independent whole numbers ≥ 0, built term by term.
 *
 * <p>Plain convolution: only positive numbers are added, so that small tails keep their digits.
 */
final class WholeNumbers {
  private final double[] probabilities;

  private WholeNumbers(double[] probabilities) {
    this.probabilities = probabilities;
  }

  /** The sum of no terms. */
  static WholeNumbers zero() {
    return new WholeNumbers(new double[] {1});
  }

  /** With one term more, which is k with probability {@code term[k]}. */
  WholeNumbers plus(double[] term) {
    double[] sum = new double[probabilities.length + term.length - 1];
    for (int k = 0; k < term.length; k++) {
      if (term[k] == 0) {
        continue;
      }
      for (int i = 0; i < probabilities.length; i++) {
        sum[i + k] += term[k] * probabilities[i];
      }
    }
    return new WholeNumbers(sum);
  }

  Tails tails(long observed) {
    double lower = 0;
    double upper = 0;
    for (int i = 0; i < probabilities.length; i++) {
      lower += i <= observed ? probabilities[i] : 0;
      upper += i >= observed ? probabilities[i] : 0;
    }
    return new Tails(lower, upper);
  }
}
