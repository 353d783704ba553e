package org.thalweg.statistics;

/**
 * How the pairs of rows are ordered by two columns. O(n²).
 *
 * @param concordant pairs ordered alike
 * @param discordant pairs ordered oppositely
 * @param tiedFirst pairs equal in the first column, whatever the second says
 * @param tiedSecond pairs equal in the second column
 * @param pairs n(n − 1)/2
 */
record PairCounts(long concordant, long discordant, long tiedFirst, long tiedSecond, long pairs) {
  static PairCounts of(double[] x, double[] y) {
    long concordant = 0;
    long discordant = 0;
    long tiedFirst = 0;
    long tiedSecond = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        int first = sign(x[i], x[j]);
        int second = sign(y[i], y[j]);
        concordant += first * second > 0 ? 1 : 0;
        discordant += first * second < 0 ? 1 : 0;
        tiedFirst += first == 0 ? 1 : 0;
        tiedSecond += second == 0 ? 1 : 0;
      }
    }
    long pairs = (long) x.length * (x.length - 1) / 2;
    return new PairCounts(concordant, discordant, tiedFirst, tiedSecond, pairs);
  }

  /** 1 if a &gt; b, −1 if a &lt; b, 0 if they are equal (−0 equals 0). */
  static int sign(double a, double b) {
    return a > b ? 1 : a < b ? -1 : 0;
  }

  long difference() {
    return concordant - discordant;
  }

  /** (C − D)/(n(n − 1)/2): pairs with a tie count as no agreement. */
  double tauA() {
    return pairs == 0 ? Double.NaN : (double) difference() / pairs;
  }

  /** (C − D)/√((pairs not tied in x)(pairs not tied in y)); NaN if all pairs are tied. */
  double tauB() {
    double root =
        Math.sqrt((double) (pairs - tiedFirst)) * Math.sqrt((double) (pairs - tiedSecond));
    // Rounding must not lead out of the range in which artanh exists.
    return root == 0 ? Double.NaN : Math.max(-1, Math.min(1, difference() / root));
  }
}
