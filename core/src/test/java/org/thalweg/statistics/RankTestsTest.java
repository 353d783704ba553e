package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Signed ranks, rank sums, sign flips, signs; against scipy 1.17.1 where nothing else is named. */
class RankTestsTest {
  private static final double NAN = Double.NaN;
  private static final double[] D = {1.5, -0.5, 2.2, 3.1, -0.9, 4.0, 0.7, 1.1};
  private static final double[] TIED = {1, 1, -1, 2, 2, -3, 0, 4, 5, 0, 2};

  /** Differences in height of pairs of maize plants (Darwin 1876, from Fisher 1935). */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  @Test
  void wilcoxonOfHollanderAndWolfe() {
    // Depression scale of nine patients: V = 40, one-sided p = 10/512 (R 4, help of wilcox.test).
    double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    TestResult test = WilcoxonSignedRank.paired(before, after, Alternative.GREATER);
    assertThat(test.statistic()).isEqualTo(40);
    agrees(test.pValue(), 10 / 512.0);
    assertThat(test.distribution()).isEqualTo(NullDistribution.EXACT);
  }

  @Test
  void wilcoxon() {
    // stats.wilcoxon(D, method='exact')
    agrees(WilcoxonSignedRank.of(D, Alternative.TWO_SIDED).pValue(), 0.0546875);
    agrees(WilcoxonSignedRank.of(D, Alternative.GREATER).pValue(), 0.02734375);
    agrees(WilcoxonSignedRank.of(D, Alternative.LESS).pValue(), 0.98046875);
    assertThat(WilcoxonSignedRank.of(D, Alternative.LESS).statistic()).isEqualTo(32);
  }

  @Test
  void wilcoxonWithTiesAndZerosIsExact() {
    // All 2⁹ signs of the midranks, counted in numpy 2.4.6.
    TestResult test = WilcoxonSignedRank.of(TIED, Alternative.TWO_SIDED);
    assertThat(test.statistic()).isEqualTo(36);
    agrees(test.pValue(), 0.13671875);
    agrees(WilcoxonSignedRank.of(TIED, Alternative.GREATER).pValue(), 0.068359375);
    agrees(WilcoxonSignedRank.of(TIED, Alternative.LESS).pValue(), 0.95703125);
    assertThat(test.count()).isEqualTo(9);
    assertThat(test.note()).contains("left out: 2");
  }

  @Test
  void wilcoxonOfManyIsNormal() {
    double[] many = {
      2.3, -2.3, 0.7, -0.3, -0.2, 0.0, -1.8, 0.0, -0.6, 3.6, 0.5, -0.1, -0.0, -0.4, -0.8, -0.1, 0.7,
      0.0, 1.2, 0.1, 0.3, 1.8, 0.8, -0.3, 0.1, 0.8, 2.2, -0.0, 0.0, 1.3, -0.6, -0.0, 1.1, 0.8, 0.3,
      0.9, -2.6, 1.3, -0.7, -1.4, 0.5, 1.0, -0.2, -0.8, 0.3, 0.2, 1.7, 1.0, 0.4, 1.4, 0.0, -0.7,
      0.8, 0.8, 0.0, -0.5, 0.5, -2.2, 0.9, 0.7
    };
    // stats.wilcoxon(many, method='asymptotic', correction=False)
    TestResult test = WilcoxonSignedRank.of(many, Alternative.TWO_SIDED);
    assertThat(test.statistic()).isEqualTo(885);
    assertThat(test.distribution()).isEqualTo(NullDistribution.NORMAL);
    agrees(test.pValue(), 0.037307289982494295);
    agrees(WilcoxonSignedRank.of(many, Alternative.LESS).pValue(), 0.9813463550087529);
  }

  @Test
  void wilcoxonOfNothing() {
    double[] zeros = {0, -0.0, NAN};
    TestResult none = WilcoxonSignedRank.of(zeros, Alternative.TWO_SIDED);
    assertThat(none.pValue()).isNaN();
    assertThat(none.missing()).isEqualTo(1);
    assertThat(none.note()).contains("all differences are 0");
    assertThat(WilcoxonSignedRank.of(new double[0], Alternative.LESS).note()).contains("no diff");
    // A diverged loss is the largest difference.
    double[] diverged = {1, 2, Double.POSITIVE_INFINITY};
    agrees(WilcoxonSignedRank.of(diverged, Alternative.GREATER).pValue(), 1 / 8.0);
  }

  @Test
  void mannWhitneyOfHollanderAndWolfe() {
    // Permeability at term and earlier: W = 35, one-sided p = 0.1272 (R 4, help of wilcox.test).
    double[] term = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
    double[] earlier = {1.15, 0.88, 0.90, 0.74, 1.21};
    TestResult test = MannWhitney.of(term, earlier, Alternative.GREATER);
    assertThat(test.statistic()).isEqualTo(35);
    assertThat(test.pValue()).isCloseTo(0.1272, within(5e-5));
  }

  @Test
  void mannWhitney() {
    // stats.mannwhitneyu(p, q, method='exact')
    double[] p = {0.91, 0.93, 0.885, 0.95, 0.905};
    double[] q = {0.85, 0.90, 0.89, 0.88, 0.86};
    assertThat(MannWhitney.of(p, q, Alternative.TWO_SIDED).statistic()).isEqualTo(23);
    agrees(MannWhitney.of(p, q, Alternative.TWO_SIDED).pValue(), 0.031746031746031744);
    agrees(MannWhitney.of(p, q, Alternative.GREATER).pValue(), 0.015873015873015872);
    agrees(MannWhitney.of(p, q, Alternative.LESS).pValue(), 0.9920634920634921);
  }

  @Test
  void mannWhitneyWithTiesIsExact() {
    // stats.permutation_test((a, b), U, permutation_type='independent', n_resamples=inf)
    double[] a = {1, 2, 2, 3, 5};
    double[] b = {2, 3, 4, 4, 6, 7};
    assertThat(MannWhitney.of(a, b, Alternative.TWO_SIDED).statistic()).isEqualTo(6.5);
    agrees(MannWhitney.of(a, b, Alternative.TWO_SIDED).pValue(), 0.12554112554112554);
    agrees(MannWhitney.of(a, b, Alternative.GREATER).pValue(), 0.9502164502164502);
    agrees(MannWhitney.of(a, b, Alternative.LESS).pValue(), 0.06277056277056277);
  }

  @Test
  void mannWhitneyOfManyIsNormal() {
    // stats.mannwhitneyu(np.round(u, 1), np.round(v + 0.5, 1), method='asymptotic')
    double[] u = rounded(CorrelationTest.U, 0);
    double[] v = rounded(CorrelationTest.V, 0.5);
    assertThat(MannWhitney.of(u, v, Alternative.TWO_SIDED).statistic()).isEqualTo(324.5);
    agrees(MannWhitney.of(u, v, Alternative.TWO_SIDED).pValue(), 0.06410461629340623);
    agrees(MannWhitney.of(u, v, Alternative.GREATER).pValue(), 0.9689977232309246);
    agrees(MannWhitney.of(u, v, Alternative.LESS).pValue(), 0.032052308146703117);
  }

  private static double[] rounded(double[] values, double shift) {
    return Arrays.stream(values).map(value -> Math.rint((value + shift) * 10) / 10).toArray();
  }

  @Test
  void mannWhitneyOfNothing() {
    double[] some = {1, 2};
    assertThat(MannWhitney.of(some, new double[] {NAN}, Alternative.LESS).note()).contains("empty");
    TestResult equal = MannWhitney.of(new double[] {1, 1}, new double[] {1}, Alternative.LESS);
    assertThat(equal.pValue()).isNaN();
    assertThat(equal.note()).contains("equal");
  }

  @Test
  void signFlipsOfFisher() {
    // The Design of Experiments, § 21: 863 of 2¹⁵ signs give a sum of 314 or more.
    TestResult test = SignFlipTest.of(MAIZE, Alternative.GREATER, 0);
    agrees(test.pValue(), 863.0 / 32768);
    agrees(test.statistic(), 314 / 15.0);
    agrees(SignFlipTest.of(MAIZE, Alternative.TWO_SIDED, 0).pValue(), 2 * 863.0 / 32768);
    assertThat(test.distribution()).isEqualTo(NullDistribution.EXACT);
  }

  @Test
  void signFlips() {
    // stats.permutation_test((d,), np.mean, permutation_type='samples', n_resamples=inf)
    agrees(SignFlipTest.of(D, Alternative.TWO_SIDED, 0).pValue(), 0.0546875);
    agrees(SignFlipTest.of(D, Alternative.LESS, 0).pValue(), 0.9765625);
    agrees(SignFlipTest.of(TIED, Alternative.TWO_SIDED, 0).pValue(), 0.14453125);
    agrees(SignFlipTest.of(TIED, Alternative.GREATER, 0).pValue(), 0.072265625);
    agrees(SignFlipTest.of(TIED, Alternative.LESS, 0).pValue(), 0.958984375);
  }

  @Test
  void manySignsAreDrawn() {
    // Fifteen pairs and ten zeros, which change no sum: the p-value is Fisher's, up to chance.
    double[] padded = Arrays.copyOf(MAIZE, 25);
    TestResult drawn = SignFlipTest.of(padded, Alternative.GREATER, 7);
    double exact = 863.0 / 32768;
    double deviation = Math.sqrt(exact * (1 - exact) / SignFlipTest.DRAWN);
    assertThat(drawn.pValue()).isCloseTo(exact, within(4 * deviation));
    assertThat(drawn.distribution()).isEqualTo(NullDistribution.SIMULATED);
    assertThat(drawn.note()).contains("20000").contains("seed 7");
    assertThat(SignFlipTest.of(padded, Alternative.GREATER, 7)).isEqualTo(drawn);
    assertThat(SignFlipTest.of(padded, Alternative.GREATER, 8)).isNotEqualTo(drawn);
  }

  @Test
  void signFlipsWorkWhereStudentHasNoYardstick() {
    double[] equal = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    agrees(SignFlipTest.of(equal, Alternative.TWO_SIDED, 0).pValue(), 2 / 64.0);
    TestResult zeros = SignFlipTest.of(new double[3], Alternative.TWO_SIDED, 0);
    assertThat(zeros.pValue()).isNaN();
    assertThat(zeros.estimate().estimate()).isZero();
    assertThat(SignFlipTest.of(new double[] {NAN}, Alternative.LESS, 0).missing()).isEqualTo(1);
  }

  @Test
  void signs() {
    // stats.binomtest(7, 9), .proportion_ci(0.95, 'exact')
    TestResult test =
        SignTest.of(new double[] {1, 2, 1, 0, 3, 1, 1, -1, 2, -5}, Alternative.GREATER);
    assertThat(test.statistic()).isEqualTo(7);
    assertThat(test.count()).isEqualTo(9);
    assertThat(test.note()).contains("left out: 1");
    agrees(test.pValue(), 0.08984375);
    agrees(test.estimate(), 7 / 9.0, 0.3999064262836879, 0.9718550265221126);
    agrees(SignTest.binomial(7, 9, 0.5, Alternative.TWO_SIDED).pValue(), 0.1796875);
    agrees(SignTest.binomial(7, 9, 0.5, Alternative.LESS).pValue(), 0.98046875);
    // stats.binomtest(7, 20, 0.2, alternative='greater' | 'less'); a tail of 2⁻⁶⁰
    agrees(SignTest.binomial(7, 20, 0.2, Alternative.GREATER).pValue(), 0.08669251356740035);
    agrees(SignTest.binomial(7, 20, 0.2, Alternative.LESS).pValue(), 0.9678573369191248);
    agrees(SignTest.binomial(60, 60, 0.5, Alternative.GREATER).pValue(), Math.pow(2, -60));
    // .proportion_ci of 0 and 5 of 5
    agrees(SignTest.binomial(0, 5, 0.5, Alternative.LESS).estimate().high(), 0.5218237501049814);
    assertThat(SignTest.binomial(0, 5, 0.5, Alternative.LESS).estimate().low()).isZero();
    agrees(SignTest.binomial(5, 5, 0.5, Alternative.LESS).estimate().low(), 0.47817624989501856);
    agrees(SignTest.binomial(5, 5, 0.5, Alternative.LESS).estimate().high(), 1);
  }

  @Test
  void signsOfPairs() {
    double[] x = {1, 2, 3, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, NAN};
    double[] y = {0, 1, 3, 5, Double.POSITIVE_INFINITY, 1};
    TestResult test = SignTest.paired(x, y, Alternative.GREATER);
    agrees(test.pValue(), 1 / 8.0);
    assertThat(test.missing()).isEqualTo(1);
    TestResult none = SignTest.of(new double[] {0, 0}, Alternative.LESS);
    assertThat(none.pValue()).isNaN();
    assertThat(none.note()).contains("left out: 2");
  }
}
