package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;

/**
 * Whatever numbers come, nothing fails: p-values are NaN with a reason or lie between 0 and 1, and
 * estimates lie in their intervals.
 */
class HostileNumbersTest {
  private static final double[] POOL = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0,
    -0.0,
    1,
    1,
    2,
    -1,
    1e300,
    -1e300,
    1e-300,
    Double.MIN_VALUE,
    1 + 1e-15,
    0.1
  };

  private static final Bootstrap QUICK = new Bootstrap(100, 1, 0.95, Bootstrap.Method.BCA);

  private static double[] column(RandomStream random, int n, int from) {
    return IntStream.range(0, n)
        .mapToDouble(i -> random.uniform() < 0.3 ? random.gaussian() : POOL[from + random.below(5)])
        .toArray();
  }

  @Test
  void testsAndEffects() {
    for (int set = 0; set < 400; set++) {
      RandomStream random = RandomStream.of(21, "tests", set);
      int n = random.below(9);
      double[] x = column(random, n, random.below(11));
      double[] y = column(random, n, random.below(11));
      double[] z = column(random, random.below(6), random.below(11));
      for (Alternative alternative : Alternative.values()) {
        sound(StudentTest.oneSample(x, 0, alternative));
        sound(StudentTest.paired(x, y, alternative));
        sound(StudentTest.welch(x, z, alternative));
        sound(WilcoxonSignedRank.paired(x, y, alternative));
        sound(MannWhitney.of(x, z, alternative));
        sound(SignFlipTest.paired(x, y, alternative, set));
        sound(SignTest.paired(x, y, alternative));
        sound(TrendTest.jonckheere(List.of(x, y, z), alternative));
        sound(TrendTest.page(List.of(x, y), alternative));
      }
      sound(Equivalence.median(x, -1, 1).aboveLow());
      sound(SampleSummary.of(x).mean());
      sound(EffectSize.cohenDz(x).interval());
      sound(EffectSize.hedgesG(x, z).interval());
      sound(EffectSize.cliffDelta(x, z).interval());
      sound(EffectSize.rankBiserial(x).interval());
      sound(PairedComparison.of("x", x, "y", y).difference());
    }
  }

  @Test
  void correlationsAndFits() {
    for (int set = 0; set < 200; set++) {
      RandomStream random = RandomStream.of(22, "correlations", set);
      int n = random.below(9);
      double[] x = column(random, n, random.below(11));
      double[] y = column(random, n, random.below(11));
      double[] z = column(random, n, random.below(11));
      for (CorrelationKind kind : CorrelationKind.values()) {
        sound(Correlation.of(kind, x, y));
        sound(Correlation.bootstrap(kind, x, y, QUICK));
        if (kind != CorrelationKind.KENDALL) {
          sound(PartialCorrelation.of(kind, x, y, List.of(z)));
          sound(
              PartialCorrelation.bootstrap(
                  kind, x, y, List.of(z), Resampling.independent(n), QUICK));
        }
      }
      LeastSquares fit = LeastSquares.fit(List.of("x", "y"), List.of(x, y), z);
      assertThat(fit.fitted()).isEqualTo(!Double.isNaN(fit.coefficient(1)));
      List<RankAgreement.Row> rows =
          IntStream.range(0, n)
              .mapToObj(
                  i -> new RankAgreement.Row(Map.of("a", "" + i % 3, "b", "" + i / 3), x[i], y[i]))
              .toList();
      sound(RankAgreement.of(rows, QUICK).granulated());
      sound(RankAgreement.of(rows, QUICK).overall());
    }
  }

  private static void sound(TestResult result) {
    if (Double.isNaN(result.pValue())) {
      assertThat(result.note()).as(result.toString()).isNotEmpty();
      assertThat(result.distribution()).isEqualTo(NullDistribution.NONE);
    } else {
      assertThat(result.pValue()).as(result.toString()).isBetween(0.0, 1.0);
    }
    sound(result.estimate());
  }

  private static void sound(Correlation correlation) {
    if (Double.isNaN(correlation.pValue())) {
      assertThat(correlation.note()).as(correlation.toString()).isNotEmpty();
    } else {
      assertThat(correlation.pValue()).as(correlation.toString()).isBetween(0.0, 1.0);
    }
    sound(correlation.interval());
  }

  private static void sound(Bootstrapped bootstrapped) {
    Interval interval = bootstrapped.interval();
    assertThat(interval.known() || !bootstrapped.note().isEmpty())
        .as(bootstrapped.toString())
        .isTrue();
    assertThat(interval.low() > interval.high()).as(bootstrapped.toString()).isFalse();
  }

  private static void sound(Interval interval) {
    if (interval.known()) {
      double rounding = 1e-9 * Math.abs(interval.estimate());
      assertThat(interval.low())
          .as(interval.toString())
          .isLessThanOrEqualTo(interval.estimate() + rounding);
      assertThat(interval.high())
          .as(interval.toString())
          .isGreaterThanOrEqualTo(interval.estimate() - rounding);
    }
  }
}
