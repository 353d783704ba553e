package org.thalweg.study.analysis;

import java.util.Arrays;

/**
 * What the best of k configurations out of n is like if the k are drawn at random without
 * replacement: the i-th best outcome is the best of the draw with probability C(n − i, k − 1)/C(n,
 * k).
 */
final class TopChoice {
  private final int top;
  private final double[] sorted;

  private TopChoice(int top, double[] sorted) {
    this.top = top;
    this.sorted = sorted;
  }

  static TopChoice of(int top, double[] outcomes) {
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    return new TopChoice(top, sorted);
  }

  /** The regret of having found this outcome, beside that of a random choice. */
  RankingResult.Regret regret(double found) {
    double best = sorted[0];
    double spread = sorted[sorted.length - 1] - best;
    double expected = 0;
    double asGood = 0;
    // The probability that the i best are not drawn, and the next one is.
    double noneBetter = 1;
    for (int i = 0; i < sorted.length && noneBetter > 0; i++) {
      double drawn = (double) top / (sorted.length - i);
      double isBest = noneBetter * Math.min(1, drawn);
      expected += isBest * sorted[i];
      asGood += sorted[i] <= found ? isBest : 0;
      noneBetter -= isBest;
    }
    double regret = found - best;
    return new RankingResult.Regret(
        top, regret, expected - best, spread > 0 ? regret / spread : 0, Math.min(1, asGood));
  }
}
