package org.thalweg.statistics;

/** The sum of n of N whole numbers, every choice being equally likely. */
final class RankSums {
  private RankSums() {}

  static Tails tails(int[] numbers, int n, long observed) {
    return WholeNumbers.zero().plus(distribution(numbers, n)).tails(observed);
  }

  /**
   * Mann and Whitney's U of n and m values without ties: the rank sum less n(n + 1)/2.
   *
   * @return the probability of each U from 0 to nm
   */
  static double[] mannWhitney(int n, int m) {
    int[] ranks = new int[n + m];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = i + 1;
    }
    double[] sums = distribution(ranks, n);
    double[] u = new double[n * m + 1];
    System.arraycopy(sums, n * (n + 1) / 2, u, 0, u.length);
    return u;
  }

  /** Costs N·n·Σ numbers additions; counts are exact for N ≤ 50, being below 2⁵³. */
  private static double[] distribution(int[] numbers, int n) {
    int total = 0;
    for (int number : numbers) {
      total += number;
    }
    double[][] ways = new double[n + 1][total + 1];
    ways[0][0] = 1;
    int used = 0;
    for (int number : numbers) {
      used += number;
      for (int chosen = n; chosen >= 1; chosen--) {
        for (int sum = used; sum >= number; sum--) {
          ways[chosen][sum] += ways[chosen - 1][sum - number];
        }
      }
    }
    double all = 0;
    for (double count : ways[n]) {
      all += count;
    }
    for (int sum = 0; sum <= total; sum++) {
      ways[n][sum] /= all;
    }
    return ways[n];
  }
}
