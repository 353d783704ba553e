package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.statistics.Agreement.agrees;

import org.junit.jupiter.api.Test;

class EffectSizeTest {
  private static final double NAN = Double.NaN;
  private static final double[] X = {
    0.342, 0.214, 0.087, 0.053, 0.156, 0.124, 0.089, 0.3, 0.21, 0.1, 0.156, 0.4
  };
  private static final double[] Y = {0.2, 0.25, 0.31, 0.18, 0.5, 0.44, 0.41};

  @Test
  void noncentralT() {
    // scipy 1.17.1: stats.nct.cdf(t, df, delta), checked with integrate.quad
    double[][] cases = {
      {0.5, 1, 0.2, 0.5740729089825238},
      {2.5, 4, 1.0, 0.8481123997552868},
      {2.5, 4, -1.0, 0.9961271464601263},
      {-1.5, 4, 2, 0.0010050642911790288},
      {12, 4, 9, 0.6861659101727009},
      {200, 4, 150, 0.6898727979543107},
      {0.01, 30, 0.5, 0.31203773682405395},
      {3, 100, 2.5, 0.6850023593348217},
      {0, 5, 1, 0.15865525393145707},
      {30, 2, 25, 0.4995665109571811},
    };
    for (double[] c : cases) {
      assertThat(new NoncentralT(c[0], c[1]).probability(c[2])).isCloseTo(c[3], within(1e-12));
    }
  }

  @Test
  void noncentralTOfZeroIsStudents() {
    for (double t : new double[] {-3, -0.2, 0, 0.7, 5, 80}) {
      for (double freedom : new double[] {1, 2, 4, 29, 400}) {
        assertThat(new NoncentralT(t, freedom).probability(0))
            .isCloseTo(NullDistribution.student(t, freedom), within(1e-11));
      }
    }
  }

  @Test
  void intervalsOfExtremeNoncentralities() {
    for (double t : new double[] {-1e10, -40, -1e-9, 1e-12, 3, 500, 1e12}) {
      for (double freedom : new double[] {1, 3, 60, 1000}) {
        NoncentralT noncentral = new NoncentralT(t, freedom);
        Interval interval = noncentral.interval(0.95);
        assertThat(noncentral.probability(interval.low())).isCloseTo(0.975, within(1e-9));
        assertThat(noncentral.probability(interval.high())).isCloseTo(0.025, within(1e-9));
      }
    }
  }

  @Test
  void hedgesG() {
    // numpy 2.4.6 and scipy 1.17.1: bias factor by gammaln, noncentral t integrated by quad.
    EffectSize g = EffectSize.hedgesG(X, Y);
    agrees(g.interval(), -1.1648101533779684, -2.1218847282694515, -0.1790947228824067);
    assertThat(g.count()).isEqualTo(19);
    // pingouin 0.7.0 takes 1 − 3/(4(n + m) − 9) for the bias factor.
    assertThat(g.value()).isCloseTo(-1.1649472007498962, within(2e-4));
  }

  @Test
  void cliffDelta() {
    // 2U/(nm) − 1 with U of scipy 1.17.1; Newcombe's equation solved by optimize.brentq
    EffectSize delta = EffectSize.cliffDelta(X, Y);
    agrees(delta.interval(), -0.6428571428571428, -0.8816095081210944, -0.0935780177284321);
  }

  @Test
  void cliffDeltaAtTheEnds() {
    double[] low = {1, 2, 3, 4, 5};
    double[] high = {6, 7, 8, 9, 10};
    EffectSize one = EffectSize.cliffDelta(high, low);
    agrees(one.interval(), 1, 2 * 0.642702823931043 - 1, 1);
    EffectSize minus = EffectSize.cliffDelta(low, new double[] {6, 7, 8, 9, 10, 11, 12, 13});
    agrees(minus.interval(), -1, -1, 2 * 0.3035636188718411 - 1);
    assertThat(EffectSize.cliffDelta(low, low).value()).isZero();
    assertThat(EffectSize.cliffDelta(low, low).interval().known()).isTrue();
    assertThat(EffectSize.cliffDelta(low, new double[] {NAN}).note()).contains("empty");
    EffectSize single = EffectSize.cliffDelta(new double[] {1}, new double[] {2});
    assertThat(single.interval().contains(0)).isTrue();
  }

  @Test
  void rankBiserial() {
    // W⁺ = 32 of 36: r = 28/36. All ranks equal: Wilson's interval of 6 of 8,
    // scipy 1.17.1: binomtest(6, 8).proportion_ci(0.95, 'wilson')
    double[] d = {1.5, -0.5, 2.2, 3.1, -0.9, 4.0, 0.7, 1.1};
    agrees(EffectSize.rankBiserial(d).value(), 28 / 36.0);
    EffectSize equal = EffectSize.rankBiserial(1, 1, 1, 1, 1, 1, -1, -1);
    agrees(equal.interval(), 0.5, 2 * 0.40927543031016883 - 1, 2 * 0.9285207872478909 - 1);
    EffectSize all = EffectSize.rankBiserial(1, 2, 3, 4, 5);
    assertThat(all.value()).isEqualTo(1);
    assertThat(all.interval().low()).isBetween(0.0, 0.5);
    agrees(all.interval().high(), 1);
    assertThat(EffectSize.rankBiserial(0, NAN).note()).contains("0");
  }

  @Test
  void degenerateData() {
    assertThat(EffectSize.cohenDz(1, 1, 1).note()).contains("do not differ");
    assertThat(EffectSize.cohenDz(1, NAN).note()).contains("fewer than 2");
    assertThat(EffectSize.cohenDz(1, NAN).missing()).isEqualTo(1);
    double[] equal = {2, 2};
    assertThat(EffectSize.hedgesG(equal, equal).value()).isNaN();
    assertThat(EffectSize.hedgesG(equal, new double[] {1}).note()).contains("fewer than 2");
    assertThat(EffectSize.hedgesG(equal, new double[] {1, 3}).value()).isZero();
    // A tiny spread beside a large mean has a huge effect and an interval around it.
    EffectSize huge = EffectSize.cohenDz(1, 1.001, 0.999, 1.0005, 0.9995);
    assertThat(huge.value()).isGreaterThan(1000);
    assertThat(huge.interval().contains(huge.value())).isTrue();
    assertThat(huge.interval().low()).isGreaterThan(300);
  }
}
