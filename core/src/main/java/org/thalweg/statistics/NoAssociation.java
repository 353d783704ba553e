package org.thalweg.statistics;

import java.util.Arrays;

/** The test that two columns have nothing to do with each other. */
record NoAssociation(double pValue, NullDistribution distribution, String note) {
  static final String CONSTANT = "a column is constant";
  private static final String TOO_FEW = "fewer than 3 complete rows";

  private static final int ALL_ORDERS_OF_RANKS = 9;
  private static final int ALL_ORDERS_OF_PAIRS = 8;
  private static final int EXACT_INVERSIONS = 50;

  static NoAssociation of(
      CorrelationKind kind, double r, double[] x, double[] y, Alternative alternative) {
    if (x.length < 3) {
      return none(TOO_FEW);
    }
    if (Double.isNaN(r)) {
      return none(CONSTANT);
    }
    return switch (kind) {
      case PEARSON -> student(r, x.length - 2, alternative);
      case SPEARMAN ->
          x.length <= ALL_ORDERS_OF_RANKS
              ? exact(ranks(x, y), alternative)
              : student(r, x.length - 2, alternative);
      case KENDALL -> kendall(x, y, alternative);
    };
  }

  static NoAssociation none(String why) {
    return new NoAssociation(Double.NaN, NullDistribution.NONE, why);
  }

  /** t = r√(ν/(1 − r²)). */
  static NoAssociation student(double r, int degreesOfFreedom, Alternative alternative) {
    double t = r * Math.sqrt(degreesOfFreedom / ((1 - r) * (1 + r)));
    double p = NullDistribution.studentPValue(t, degreesOfFreedom, alternative);
    return new NoAssociation(p, NullDistribution.STUDENT, "");
  }

  private static NoAssociation exact(Tails tails, Alternative alternative) {
    return new NoAssociation(tails.pValue(alternative), NullDistribution.EXACT, "");
  }

  private static Tails ranks(double[] x, double[] y) {
    int[] first = Ranks.doubled(x);
    int[] second = Ranks.doubled(y);
    return Permutations.tails(
        x.length, order -> CorrelationKind.rankProducts(first, second, order));
  }

  private static NoAssociation kendall(double[] x, double[] y, Alternative alternative) {
    int n = x.length;
    boolean tied = Ranks.tied(x) || Ranks.tied(y);
    if (!tied && n <= EXACT_INVERSIONS) {
      return exact(inversions(n, PairCounts.of(x, y).concordant()), alternative);
    }
    if (n <= ALL_ORDERS_OF_PAIRS) {
      return exact(pairs(x, y), alternative);
    }
    double z = PairCounts.of(x, y).difference() / Math.sqrt(variance(x, y));
    double p = NullDistribution.normalPValue(z, alternative);
    return new NoAssociation(p, NullDistribution.NORMAL, "");
  }

  /** The number of concordant pairs is a sum of independent uniform 0 … k − 1, k = 1 … n. */
  private static Tails inversions(int n, long concordant) {
    WholeNumbers count = WholeNumbers.zero();
    for (int k = 2; k <= n; k++) {
      double[] uniform = new double[k];
      Arrays.fill(uniform, 1.0 / k);
      count = count.plus(uniform);
    }
    return count.tails(concordant);
  }

  private static Tails pairs(double[] x, double[] y) {
    return Permutations.tails(
        x.length,
        order -> {
          long difference = 0;
          for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
              int second = PairCounts.sign(y[order[i]], y[order[j]]);
              difference += (long) PairCounts.sign(x[i], x[j]) * second;
            }
          }
          return difference;
        });
  }

  /** Of C − D under the null hypothesis, given the ties (Kendall 1970, chapter 4). */
  private static double variance(double[] x, double[] y) {
    double n = x.length;
    double free = n * (n - 1) * (2 * n + 5);
    double first = 0;
    double[] pairsTied = {0, 0};
    double[] triplesTied = {0, 0};
    double[][] columns = {x, y};
    for (int c = 0; c < 2; c++) {
      for (int t : Ranks.tieSizes(columns[c])) {
        first += (double) t * (t - 1) * (2 * t + 5);
        pairsTied[c] += (double) t * (t - 1);
        triplesTied[c] += (double) t * (t - 1) * (t - 2);
      }
    }
    return (free - first) / 18
        + pairsTied[0] * pairsTied[1] / (2 * n * (n - 1))
        + triplesTied[0] * triplesTied[1] / (9 * n * (n - 1) * (n - 2));
  }
}
