package org.thalweg.statistics;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.CombinatoricsUtils;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Page's L; see {@link TrendTest}. */
final class PageTest {
  private static final String NAME = "Page's L";
  private static final int EXACT_GROUPS = 7;
  private static final int EXACT_BLOCKS = 100;

  private PageTest() {}

  static TestResult of(List<double[]> blocks, Alternative alternative) {
    int k = blocks.isEmpty() ? 0 : blocks.get(0).length;
    for (double[] block : blocks) {
      if (block.length != k) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected("a value for each of " + k + " groups in every block")
            .found("a block of " + block.length)
            .next("put NaN where a value is missing");
      }
    }
    List<int[]> ranks =
        blocks.stream()
            .filter(block -> Arrays.stream(block).noneMatch(Double::isNaN))
            .map(Ranks::doubled)
            .toList();
    int missing = blocks.size() - ranks.size();
    double variance = ranks.stream().mapToDouble(PageTest::variance).sum();
    if (k < 2 || variance == 0) {
      String why =
          k < 2 || ranks.isEmpty()
              ? "no complete block with 2 groups or more"
              : "the values of each block are equal";
      return TestResult.impossible(
          NAME, alternative, Interval.missing(Interval.LEVEL), ranks.size(), missing, why);
    }
    int[] inOrder = Permutations.identity(k);
    long twice = ranks.stream().mapToLong(block -> twiceL(block, inOrder)).sum();
    boolean exact = k <= EXACT_GROUPS && ranks.size() <= EXACT_BLOCKS;
    double mean = ranks.size() * k * (k + 1.0) * (k + 1.0) / 4;
    double p =
        exact
            ? exact(ranks, twice).pValue(alternative)
            : NullDistribution.normalPValue(
                (twice / 2.0 - mean) / Math.sqrt(variance), alternative);
    NullDistribution distribution = exact ? NullDistribution.EXACT : NullDistribution.NORMAL;
    return TestResult.ofRanks(
        NAME, alternative, twice / 2.0, p, distribution, ranks.size(), missing, "");
  }

  private static long twiceL(int[] doubledRanks, int[] order) {
    long sum = 0;
    for (int j = 0; j < order.length; j++) {
      sum += (j + 1L) * doubledRanks[order[j]];
    }
    return sum;
  }

  /** Of one block's Σ j·rank over all orders: Σ(j − j̄)²·Σ(r − r̄)²/(k − 1). */
  private static double variance(int[] doubledRanks) {
    int k = doubledRanks.length;
    double places = k * (k * (double) k - 1) / 12;
    double ranks =
        Arrays.stream(doubledRanks).mapToDouble(r -> (r - (k + 1.0)) * (r - (k + 1.0)) / 4).sum();
    return places * ranks / (k - 1);
  }

  private static Tails exact(List<int[]> ranks, long twice) {
    WholeNumbers sum = WholeNumbers.zero();
    for (int[] block : ranks) {
      sum = sum.plus(distribution(block));
    }
    return sum.tails(twice);
  }

  private static double[] distribution(int[] doubledRanks) {
    int k = doubledRanks.length;
    int[] sorted = Arrays.stream(doubledRanks).sorted().toArray();
    double[] probabilities = new double[(int) twiceL(sorted, Permutations.identity(k)) + 1];
    double each = 1 / CombinatoricsUtils.factorialDouble(k);
    Permutations.forEach(k, order -> probabilities[(int) twiceL(doubledRanks, order)] += each);
    return probabilities;
  }
}
