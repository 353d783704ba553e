package org.thalweg.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Whether values rise in an order stated beforehand: of architectures, of widths.
 *
 * <p>{@link #jonckheere}: independent groups. J = Σ over groups i &lt; j of #(x &lt; y) + ½#(x = y)
 * for x in group i and y in group j. Exact without ties up to 50 values, where J is a sum of
 * independent Mann–Whitney statistics; else normal with the variance given the ties, without
 * continuity correction.
 *
 * <p>{@link #page}: the same seeds in every group. L = Σⱼ j·(sum of the ranks that group j has
 * within the seeds). Exact given the ties for up to 7 groups and 100 seeds; else normal with the
 * variance given the ties.
 *
 * <p>Misleads: a single group that stands out at one end makes a significant trend; a trend need
 * not hold between neighbours. GREATER is a rising order, LESS a falling one. ±∞ is a value.
 *
 * <p>A. R. Jonckheere, Biometrika 41 (1954); T. J. Terpstra (1952); M. Hollander, D. A. Wolfe and
 * E. Chicken, Nonparametric Statistical Methods, section 6.2; E. B. Page, Journal of the American
 * Statistical Association 58 (1963).
 */
public final class TrendTest {
  private static final String JONCKHEERE = "Jonckheere–Terpstra";
  private static final int EXACT = 50;

  private TrendTest() {}

  /** Of independent groups in the order claimed; empty groups are allowed. */
  public static TestResult jonckheere(List<double[]> groups, Alternative alternative) {
    List<double[]> known =
        groups.stream().map(group -> CompleteRows.ordered(group).column(0)).toList();
    double[] pooled = known.stream().flatMapToDouble(Arrays::stream).toArray();
    int all = pooled.length;
    int missing = groups.stream().mapToInt(group -> group.length).sum() - all;
    boolean few = known.stream().filter(group -> group.length > 0).count() < 2;
    if (few || Ranks.tieSizes(pooled).length == 1) {
      String why = few ? "fewer than 2 groups with values" : "all values are equal";
      return TestResult.impossible(
          JONCKHEERE, alternative, Interval.missing(Interval.LEVEL), all, missing, why);
    }
    double j = 0;
    for (int second = 1; second < known.size(); second++) {
      for (int first = 0; first < second; first++) {
        j += MannWhitney.greater(known.get(second), known.get(first));
      }
    }
    boolean exact = all <= EXACT && !Ranks.tied(pooled);
    double p =
        exact
            ? exact(known, Math.round(j)).pValue(alternative)
            : NullDistribution.normalPValue(JonckheereMoments.of(known).z(j), alternative);
    NullDistribution distribution = exact ? NullDistribution.EXACT : NullDistribution.NORMAL;
    return TestResult.ofRanks(JONCKHEERE, alternative, j, p, distribution, all, missing, "");
  }

  /** J = U(1; 2) + U(1, 2; 3) + …, which are independent. */
  private static Tails exact(List<double[]> groups, long observed) {
    WholeNumbers sum = WholeNumbers.zero();
    int before = 0;
    for (double[] group : groups) {
      sum = sum.plus(RankSums.mannWhitney(group.length, before));
      before += group.length;
    }
    return sum.tails(observed);
  }

  /**
   * Of blocks, e.g. seeds, each with one value for every group in the order claimed. A block with a
   * missing value is left out.
   */
  public static TestResult page(List<double[]> blocks, Alternative alternative) {
    return PageTest.of(blocks, alternative);
  }
}
