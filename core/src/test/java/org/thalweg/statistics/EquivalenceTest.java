package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.thalweg.statistics.Agreement.agrees;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

class EquivalenceTest {
  private static final double[] P = {0.91, 0.93, 0.88, 0.95, 0.90};
  private static final double[] Q = {0.85, 0.90, 0.89, 0.88, 0.86};

  @Test
  void againstStatsmodels() {
    // statsmodels 0.15.0: ttost_paired(P, Q, -0.1, 0.1)
    Equivalence paired = Equivalence.paired(P, Q, -0.1, 0.1);
    agrees(paired.pValue(), 0.0056175439720297475);
    agrees(paired.aboveLow().statistic(), 9.907822588924788);
    agrees(paired.aboveLow().pValue(), 0.000291256176128109);
    agrees(paired.belowHigh().statistic(), -4.4513405834299755);
    assertThat(paired.shown(0.05)).isTrue();
    assertThat(paired.count()).isEqualTo(5);
    // ttost_ind(P, Q, -0.1, 0.1, usevar='unequal')
    Equivalence welch = Equivalence.welch(P, Q, -0.1, 0.1);
    agrees(welch.pValue(), 0.0020522340528997623);
    agrees(welch.aboveLow().pValue(), 1.3334121794492304e-05);
    // DescrStatsW(P).ttost_mean(0.85, 0.95)
    agrees(Equivalence.oneSample(P, 0.85, 0.95).pValue(), 0.02038191344285528);
  }

  @Test
  void sameAsTheNarrowerInterval() {
    // At 5 % equivalence is shown exactly if the 90 % interval lies between the margins.
    Interval ninety = SampleSummary.of(P, 0.9).mean();
    double inside = 1e-9;
    assertThat(Equivalence.oneSample(P, ninety.low() - inside, 1).shown(0.05)).isTrue();
    assertThat(Equivalence.oneSample(P, ninety.low() + inside, 1).shown(0.05)).isFalse();
    assertThat(Equivalence.oneSample(P, 0, ninety.high() + inside).shown(0.05)).isTrue();
    assertThat(Equivalence.oneSample(P, 0, ninety.high() - inside).shown(0.05)).isFalse();
  }

  @Test
  void barriersThatAreAllZero() {
    double[] none = new double[5];
    Equivalence mean = Equivalence.oneSample(none, -0.1, 0.1);
    assertThat(mean.pValue()).isNaN();
    assertThat(mean.shown(0.05)).isFalse();
    assertThat(mean.note()).contains("do not differ");
    Equivalence median = Equivalence.median(none, -0.1, 0.1);
    agrees(median.pValue(), 1 / 32.0);
    assertThat(median.shown(0.05)).isTrue();
    assertThat(median.note()).isEmpty();
  }

  @Test
  void valuesOutsideOrAtTheMarginCountAgainst() {
    double[] values = {0, 0.01, 0.02, 0.1, 0.3, Double.NaN};
    Equivalence median = Equivalence.median(values, -0.1, 0.1);
    // Below 0.1 are 3 of 5: P(X ≥ 3) = ½.
    agrees(median.pValue(), 0.5);
    agrees(median.aboveLow().pValue(), 1 / 32.0);
    assertThat(median.missing()).isEqualTo(1);
  }

  @Test
  void marginsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> Equivalence.oneSample(P, 0.1, -0.1))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("ascending");
  }
}
