package org.thalweg.statistics;

/** The sum of n of N whole numbers, every choice being equally likely. */
final class RankSums {
  private RankSums() {}

  /** Costs N·n·Σ numbers additions; counts are exact for N ≤ 50, being below 2⁵³. */
  static Tails tails(int[] numbers, int n, long observed) {
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
    double lower = 0;
    double upper = 0;
    for (int sum = 0; sum <= total; sum++) {
      all += ways[n][sum];
      lower += sum <= observed ? ways[n][sum] : 0;
      upper += sum >= observed ? ways[n][sum] : 0;
    }
    return new Tails(lower / all, upper / all);
  }
}
