package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.thalweg.statistics.Agreement.agrees;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

class SampleSummaryTest {
  private static final double NAN = Double.NaN;

  @Test
  void aClosedForm() {
    // 1 … 5: mean 3, variance 2.5; t₀.₉₇₅ with 4 degrees of freedom is 2.7764451051977987.
    SampleSummary summary = SampleSummary.of(1, 2, 3, 4, 5);
    agrees(summary.standardDeviation(), Math.sqrt(2.5));
    double reach = 2.7764451051977987 * Math.sqrt(0.5);
    agrees(summary.mean(), 3, 3 - reach, 3 + reach);
    agrees(summary.standardError(), Math.sqrt(0.5));
    assertThat(summary.median()).isEqualTo(3);
    assertThat(summary.minimum()).isEqualTo(1);
    assertThat(summary.maximum()).isEqualTo(5);
    assertThat(summary.count()).isEqualTo(5);
    assertThat(summary.missing()).isZero();
  }

  @Test
  void aWiderLevelIsWider() {
    // scipy 1.17.1: stats.t.interval(0.99, 4, 3, sqrt(0.5))
    Interval interval = SampleSummary.of(new double[] {1, 2, 3, 4, 5}, 0.99).mean();
    agrees(interval.width() / 2, 4.604094871415897 * Math.sqrt(0.5));
    assertThat(interval.level()).isEqualTo(0.99);
  }

  @Test
  void missingValuesAreLeftOutAndCounted() {
    SampleSummary summary = SampleSummary.of(1, NAN, 2, Double.POSITIVE_INFINITY, 4, 3, 5);
    assertThat(summary.mean()).isEqualTo(SampleSummary.of(1, 2, 3, 4, 5).mean());
    assertThat(summary.missing()).isEqualTo(2);
    assertThat(summary.count()).isEqualTo(5);
    assertThat(SampleSummary.of(NAN, 1, 2, 4, 3).median()).isEqualTo(2.5);
  }

  @Test
  void fewerThanTwoValuesHaveNoInterval() {
    SampleSummary one = SampleSummary.of(7, NAN);
    assertThat(one.mean().estimate()).isEqualTo(7);
    assertThat(one.mean().known()).isFalse();
    assertThat(one.standardDeviation()).isNaN();
    assertThat(one.median()).isEqualTo(7);
    SampleSummary none = SampleSummary.of(NAN);
    assertThat(none.mean().estimate()).isNaN();
    assertThat(none.minimum()).isNaN();
    assertThat(none.count()).isZero();
    assertThat(none.missing()).isEqualTo(1);
    assertThat(SampleSummary.of().missing()).isZero();
  }

  @Test
  void equalValuesHaveNoSpreadAtAll() {
    // 0.1 has no finite binary form: a naive mean of three differs from it.
    SampleSummary summary = SampleSummary.of(0.1, 0.1, 0.1);
    assertThat(summary.standardDeviation()).isZero();
    assertThat(summary.mean()).isEqualTo(new Interval(0.1, 0.1, 0.1, 0.95));
  }

  @Test
  void anIntervalKnowsWhatLiesInIt() {
    Interval interval = new Interval(1, 0, 2, 0.95);
    assertThat(interval.contains(0)).isTrue();
    assertThat(interval.contains(2.1)).isFalse();
    assertThat(interval.excludes(2.1)).isTrue();
    assertThat(interval.excludes(1)).isFalse();
    assertThat(interval.width()).isEqualTo(2);
    assertThat(interval.times(-2)).isEqualTo(new Interval(-2, -4, -0.0, 0.95));
    Interval unknown = Interval.unknown(1, 0.95);
    assertThat(unknown.known()).isFalse();
    assertThat(unknown.contains(1)).isFalse();
    assertThat(unknown.excludes(1)).isFalse();
    assertThatThrownBy(() -> Interval.missing(95))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("0.95");
  }
}
