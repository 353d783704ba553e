package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

class BootstrapTest {
  private static final double[] X = {3.1, 0.2, 1.7, 9.4, 2.8, 0.9};
  private static final double[] Y = {4, 1, 7, 2.2};

  /** Means of 99 resamples of X, drawn by numpy and rounded to 1/64. */
  private static final double[] MEANS = {
    3.765625, 2.578125, 3.921875, 2.765625, 0.6875, 3.265625, 5.828125, 1.171875, 1.734375, 2.5625,
    4.0, 2.34375, 2.078125, 2.84375, 2.03125, 4.921875, 1.828125, 1.171875, 2.53125, 1.5, 2.65625,
    4.921875, 2.65625, 1.84375, 3.5, 2.828125, 2.53125, 2.71875, 4.0625, 2.34375, 5.28125, 3.390625,
    2.71875, 1.921875, 3.859375, 5.96875, 1.359375, 2.03125, 2.46875, 1.859375, 1.734375, 4.1875,
    4.5625, 2.765625, 2.21875, 2.453125, 2.0625, 1.921875, 1.734375, 1.921875, 4.546875, 3.328125,
    2.828125, 4.78125, 3.03125, 5.921875, 5.171875, 1.921875, 3.203125, 1.78125, 1.40625, 1.609375,
    3.390625, 4.25, 1.78125, 1.140625, 1.53125, 3.890625, 3.609375, 3.265625, 2.53125, 1.40625,
    1.796875, 5.40625, 3.28125, 1.296875, 3.265625, 3.15625, 2.828125, 1.96875, 1.921875, 2.078125,
    2.6875, 1.46875, 3.015625, 2.9375, 2.78125, 2.59375, 2.296875, 3.265625, 2.578125, 5.46875,
    2.96875, 2.703125, 1.71875, 3.03125, 3.015625, 1.734375, 1.96875
  };

  /** Admission scores and grades of 15 law schools (Efron 1982). */
  private static final double[] LSAT = {
    576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594
  };

  private static final double[] GPA = {
    3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96
  };

  private static double meanOfX(int[] rows) {
    return mean(rows, X);
  }

  private static double mean(int[] rows, double[] values) {
    return StatUtils.mean(CompleteRows.at(rows, values));
  }

  @Test
  void intervalsFromGivenResamples() {
    // scipy 1.17.1: stats.bootstrap((X,), np.mean, n_resamples=0, bootstrap_result=MEANS)
    double estimate = StatUtils.mean(X);
    Bootstrap percentile = new Bootstrap(100, 1, 0.95, Bootstrap.Method.PERCENTILE);
    agrees(percentile.from(estimate, MEANS, 0, 0).interval(), estimate, 1.171875, 5.66640625);
    double acceleration = Acceleration.of(Resampling.independent(6), BootstrapTest::meanOfX);
    agrees(acceleration, 0.09246686074507736);
    Bootstrap bca = new Bootstrap(100, 1, 0.95, Bootstrap.Method.BCA);
    agrees(
        bca.from(estimate, MEANS, acceleration, 0).interval(),
        estimate,
        1.7610594129144395,
        5.967347702657335);
  }

  @Test
  void accelerationOfTwoSamples() {
    // The formula for several samples in scipy 1.17.1 (bootstrap with two samples), in numpy
    double[] both = Agreement.concatenated(List.of(X, Y));
    Resampling strata = Resampling.stratified(List.of(1, 1, 1, 1, 1, 1, 2, 2, 2, 2));
    agrees(Acceleration.of(strata, rows -> difference(rows, both)), 0.024882097514777754);
  }

  private static double difference(int[] rows, double[] values) {
    double first = Arrays.stream(rows).filter(i -> i < 6).mapToDouble(i -> values[i]).sum();
    long n = Arrays.stream(rows).filter(i -> i < 6).count();
    double second = Arrays.stream(rows).filter(i -> i >= 6).mapToDouble(i -> values[i]).sum();
    return first / n - second / (rows.length - n);
  }

  @Test
  void theMeanOfSixAgreesWithManyResamplesOfScipy() {
    // scipy 1.17.1: stats.bootstrap((X,), np.mean, method='BCa', n_resamples=200000)
    Bootstrap bootstrap = new Bootstrap(40_000, 3, 0.95, Bootstrap.Method.BCA);
    Bootstrapped mean = bootstrap.interval(Resampling.independent(6), BootstrapTest::meanOfX);
    assertThat(mean.interval().low()).isCloseTo(1.35, within(0.05));
    assertThat(mean.interval().high()).isCloseTo(6.8333, within(0.1));
    // √(Σ(x − x̄)²/n)/√n
    double exact = Math.sqrt(StatUtils.populationVariance(X) / 6);
    assertThat(mean.standardError()).isCloseTo(exact, within(0.02));
    assertThat(mean.undefined()).isZero();
  }

  @Test
  void theLawSchools() {
    // scipy 1.17.1: stats.bootstrap((LSAT, GPA), pearsonr, paired=True, n_resamples=40000):
    // BCa 0.327 … 0.942, percentile 0.455 … 0.961, standard error 0.134
    Bootstrap bca = new Bootstrap(10_000, 1, 0.95, Bootstrap.Method.BCA);
    Bootstrapped r = Correlation.bootstrap(CorrelationKind.PEARSON, LSAT, GPA, bca);
    agrees(r.interval().estimate(), 0.7763744912894073);
    assertThat(r.interval().low()).isCloseTo(0.327, within(0.03));
    assertThat(r.interval().high()).isCloseTo(0.942, within(0.006));
    assertThat(r.standardError()).isCloseTo(0.134, within(0.006));
    Bootstrap percentile = new Bootstrap(10_000, 1, 0.95, Bootstrap.Method.PERCENTILE);
    Bootstrapped quantiles = Correlation.bootstrap(CorrelationKind.PEARSON, LSAT, GPA, percentile);
    assertThat(quantiles.interval().low()).isCloseTo(0.455, within(0.03));
    assertThat(quantiles.interval().high()).isCloseTo(0.961, within(0.006));
  }

  @Test
  void everyKindOfCorrelation() {
    double[] withGap = GPA.clone();
    withGap[4] = Double.NaN;
    for (CorrelationKind kind : CorrelationKind.values()) {
      Bootstrapped r = Correlation.bootstrap(kind, LSAT, withGap, Bootstrap.of(2));
      assertThat(r.interval().estimate())
          .isEqualTo(Correlation.of(kind, LSAT, withGap).coefficient());
      assertThat(r.interval().contains(r.interval().estimate())).isTrue();
      assertThat(r.note()).isEmpty();
    }
  }

  @Test
  void seedsDecide() {
    Resampling rows = Resampling.independent(6);
    assertThat(Bootstrap.of(1).interval(rows, BootstrapTest::meanOfX))
        .isEqualTo(Bootstrap.of(1).interval(rows, BootstrapTest::meanOfX));
    assertThat(Bootstrap.of(1).interval(rows, BootstrapTest::meanOfX))
        .isNotEqualTo(Bootstrap.of(2).interval(rows, BootstrapTest::meanOfX));
  }

  @Test
  void strataKeepTheirSizes() {
    Resampling strata = Resampling.stratified(List.of("a", "b", "a", "b", "b"));
    RandomStream random = RandomStream.of(1, "test");
    for (int i = 0; i < 50; i++) {
      int[] drawn = strata.draw(random);
      assertThat(Arrays.stream(drawn).filter(row -> row == 0 || row == 2).count()).isEqualTo(2);
      assertThat(drawn).hasSize(5);
    }
  }

  @Test
  void clustersStayTogether() {
    Resampling clusters = Resampling.clustered(List.of("a", "b", "a", "b", "b"));
    RandomStream random = RandomStream.of(1, "test");
    for (int i = 0; i < 50; i++) {
      int[] drawn = clusters.draw(random);
      long zeros = Arrays.stream(drawn).filter(row -> row == 0).count();
      long ones = Arrays.stream(drawn).filter(row -> row == 1).count();
      assertThat(zeros + ones).isEqualTo(2);
      assertThat(Arrays.stream(drawn).filter(row -> row == 2).count()).isEqualTo(zeros);
      assertThat(drawn).hasSize((int) (2 * zeros + 3 * ones));
    }
    int[] incomplete = clusters.only(new int[] {1, 2, 4}).all();
    assertThat(incomplete).containsExactly(1, 0, 2);
  }

  @Test
  void clustersWidenTheInterval() {
    // Ten values, each four times: clusters know of ten values, independent rows of forty.
    double[] values = new double[40];
    Integer[] labels = new Integer[40];
    RandomStream random = RandomStream.of(1, "values");
    for (int i = 0; i < 40; i++) {
      values[i] = i % 4 == 0 ? random.gaussian() : values[i - 1];
      labels[i] = i / 4;
    }
    ToDoubleFunction<int[]> mean = rows -> mean(rows, values);
    double apart = Bootstrap.of(1).interval(Resampling.independent(40), mean).standardError();
    double together =
        Bootstrap.of(1).interval(Resampling.clustered(List.of(labels)), mean).standardError();
    assertThat(together / apart).isCloseTo(2, within(0.15));
  }

  @Test
  void constantStatisticsHaveIntervalsOfNoWidth() {
    double[] constant = new double[8];
    Arrays.fill(constant, 0.1);
    Bootstrapped mean =
        Bootstrap.of(1).interval(Resampling.independent(8), rows -> mean(rows, constant));
    assertThat(mean.interval().width()).isZero();
    assertThat(mean.note()).contains("same in all resamples");
  }

  @Test
  void whatDoesNotExistIsNotANumber() {
    Bootstrapped none = Bootstrap.of(1).interval(Resampling.independent(0), BootstrapTest::meanOfX);
    assertThat(none.interval().estimate()).isNaN();
    Bootstrapped one = Bootstrap.of(1).interval(Resampling.independent(1), BootstrapTest::meanOfX);
    assertThat(one.interval().known()).isFalse();
    assertThat(one.note()).contains("only one");
    Bootstrapped constant =
        Correlation.bootstrap(CorrelationKind.PEARSON, new double[6], X, Bootstrap.of(1));
    assertThat(constant.interval().estimate()).isNaN();
    // Of three rows, a ninth of the resamples is constant.
    Bootstrapped three =
        Correlation.bootstrap(
            CorrelationKind.PEARSON,
            new double[] {1, 2, 3},
            new double[] {1, 3, 2},
            Bootstrap.of(1));
    assertThat(three.interval().known()).isFalse();
    assertThat(three.undefined()).isCloseTo(2000 / 9, within(60));
    agrees(three.interval().estimate(), 0.5);
  }

  @Test
  void anEstimateOutsideOfItsResamplesHasNoBca() {
    Bootstrapped outside = Bootstrap.of(1).from(10, MEANS, 0, 0);
    assertThat(outside.interval().known()).isFalse();
    assertThat(outside.note()).contains("one side");
    assertThat(outside.standardError()).isPositive();
  }

  @Test
  void badOptionsAreRefused() {
    assertThatThrownBy(() -> new Bootstrap(10, 1, 0.95, Bootstrap.Method.BCA))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> new Bootstrap(1000, 1, 95, Bootstrap.Method.BCA))
        .isInstanceOf(ThalwegException.class);
    Resampling labels = Resampling.clustered(Collections.nCopies(3, "a"));
    assertThatThrownBy(
            () -> Correlation.bootstrap(CorrelationKind.PEARSON, X, X, labels, Bootstrap.of(1)))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("3 labels");
  }
}
