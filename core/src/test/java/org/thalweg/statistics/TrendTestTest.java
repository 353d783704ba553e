package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

class TrendTestTest {
  private static final double NAN = Double.NaN;

  private static final List<double[]> BLOCKS =
      List.of(
          new double[] {0.1, 0.5, 0.4, 0.9},
          new double[] {0.2, 0.3, 0.6, 0.5},
          new double[] {0.7, 0.4, 0.8, 1.0},
          new double[] {0.3, 0.1, 0.2, 0.6},
          new double[] {0.2, 0.4, 0.5, 0.3});

  @Test
  void jonckheereOfHollanderAndWolfe() {
    // Example 6.2, pieces produced with no, rough and accurate information: J = 79.
    TestResult test =
        TrendTest.jonckheere(
            List.of(
                new double[] {40, 35, 38, 43, 44, 41},
                new double[] {38, 40, 47, 44, 40, 42},
                new double[] {48, 40, 45, 43, 46, 44}),
            Alternative.GREATER);
    assertThat(test.statistic()).isEqualTo(79);
    // Their variance given the ties, in numpy 2.4.6: z = 2.0392930588447173.
    agrees(test.pValue(), 0.020710393993047232);
    assertThat(test.distribution()).isEqualTo(NullDistribution.NORMAL);
    assertThat(test.count()).isEqualTo(18);
  }

  @Test
  void jonckheereWithoutTiesIsExact() {
    // All 560 divisions of the 8 values into groups of 2, 3, 3, counted in numpy 2.4.6.
    List<double[]> groups =
        List.of(
            new double[] {1.2, 0.7}, new double[] {1.5, 0.9, 2.2}, new double[] {2.0, 2.5, 1.1});
    TestResult test = TrendTest.jonckheere(groups, Alternative.GREATER);
    assertThat(test.statistic()).isEqualTo(16);
    agrees(test.pValue(), 0.09642857142857143);
    agrees(TrendTest.jonckheere(groups, Alternative.LESS).pValue(), 0.9428571428571428);
    assertThat(test.distribution()).isEqualTo(NullDistribution.EXACT);
  }

  @Test
  void jonckheereVarianceWithTies() {
    // Mean 10.5 and variance over all 560 divisions, counted in numpy 2.4.6.
    List<double[]> groups =
        List.of(new double[] {1, 2}, new double[] {2, 3, 3}, new double[] {3, 1, 4});
    JonckheereMoments moments = JonckheereMoments.of(groups);
    agrees(moments.mean(), 10.5);
    agrees(moments.variance(), 13.151785714285714);
    agrees(TrendTest.jonckheere(groups, Alternative.TWO_SIDED).pValue(), 0.21466025153075874);
  }

  @Test
  void jonckheereOfTwoGroupsIsMannWhitney() {
    double[] a = {1.2, 0.7, 3.3, 2.9};
    double[] b = {1.5, 0.9, 2.2};
    for (Alternative alternative : Alternative.values()) {
      agrees(
          TrendTest.jonckheere(List.of(a, b), alternative).pValue(),
          MannWhitney.of(b, a, alternative).pValue());
    }
  }

  @Test
  void jonckheereOfDegenerateGroups() {
    double[] none = {NAN};
    TestResult one = TrendTest.jonckheere(List.of(none, new double[] {1, 2}), Alternative.GREATER);
    assertThat(one.pValue()).isNaN();
    assertThat(one.missing()).isEqualTo(1);
    assertThat(one.note()).contains("fewer than 2 groups");
    TestResult equal =
        TrendTest.jonckheere(List.of(new double[] {1}, new double[] {1}), Alternative.GREATER);
    assertThat(equal.note()).contains("equal");
    // An empty group in the middle changes nothing.
    double[] a = {1, 2, 3};
    double[] b = {2.5, 4, 5};
    assertThat(TrendTest.jonckheere(List.of(a, new double[0], b), Alternative.GREATER))
        .isEqualTo(TrendTest.jonckheere(List.of(a, b), Alternative.GREATER));
  }

  @Test
  void page() {
    // scipy 1.17.1: stats.page_trend_test(blocks, method='exact')
    TestResult test = TrendTest.page(BLOCKS, Alternative.GREATER);
    assertThat(test.statistic()).isEqualTo(141);
    agrees(test.pValue(), 0.006471987123842592);
    agrees(TrendTest.page(BLOCKS, Alternative.LESS).pValue(), 0.9962808742444702);
    assertThat(test.distribution()).isEqualTo(NullDistribution.EXACT);
    assertThat(test.count()).isEqualTo(5);
  }

  @Test
  void pageWithTiesIsExact() {
    // All orders of the midranks of each block, convolved in numpy 2.4.6.
    List<double[]> tied =
        List.of(
            new double[] {1, 1, 2, 3},
            new double[] {1, 2, 2, 2},
            new double[] {3, 1, 2, 2},
            new double[] {1, 2, 3, 4});
    TestResult test = TrendTest.page(tied, Alternative.GREATER);
    assertThat(test.statistic()).isEqualTo(111);
    agrees(test.pValue(), 0.020616319444444434);
    agrees(TrendTest.page(tied, Alternative.LESS).pValue(), 0.9852430555555549);
  }

  @Test
  void pageOfManyGroupsIsNormal() {
    // scipy 1.17.1: stats.page_trend_test(blocks, method='asymptotic')
    List<double[]> blocks =
        List.of(
            new double[] {1, 2, 3, 4, 5, 6, 7, 8},
            new double[] {2, 1, 4, 3, 6, 5, 8, 7},
            new double[] {3, 1, 2, 6, 5, 4, 8, 7},
            new double[] {8, 1, 2, 3, 4, 5, 6, 7});
    TestResult test = TrendTest.page(blocks, Alternative.GREATER);
    assertThat(test.statistic()).isEqualTo(776);
    agrees(test.pValue(), 2.769672709646386e-05);
    assertThat(test.distribution()).isEqualTo(NullDistribution.NORMAL);
  }

  @Test
  void pageLeavesIncompleteBlocksOut() {
    List<double[]> blocks = new ArrayList<>(BLOCKS);
    blocks.add(new double[] {NAN, 1, 2, 3});
    TestResult test = TrendTest.page(blocks, Alternative.GREATER);
    agrees(test.pValue(), 0.006471987123842592);
    assertThat(test.missing()).isEqualTo(1);
    TestResult equal = TrendTest.page(List.of(new double[] {2, 2, 2}), Alternative.GREATER);
    assertThat(equal.pValue()).isNaN();
    assertThat(equal.note()).contains("equal");
    assertThat(TrendTest.page(List.of(), Alternative.GREATER).note()).contains("no complete");
    assertThatThrownBy(
            () -> TrendTest.page(List.of(new double[2], new double[3]), Alternative.LESS))
        .isInstanceOf(ThalwegException.class);
  }
}
