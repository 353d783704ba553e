package org.thalweg.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.statistics.Interval;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1.5, 1.5",
    "2.0004, 2",
    "-0.5, -0.5",
    "123.456, 123",
    "4549.7, 4550",
    "0.012345, 0.0123",
    "0.00012, 0.00012",
    "0.0001, 0.0001",
    "0.000012, 1.2e-05",
    "12345678, 1.2e+07"
  })
  void threeDigitsAndNoMore(double value, String text) {
    String written = Numbers.plain(value);
    assertThat(Double.parseDouble(written)).isEqualTo(Double.parseDouble(text));
    assertThat(written.length()).isLessThanOrEqualTo(7);
  }

  @Test
  void whatIsNoNumber() {
    assertThat(Numbers.plain(Double.NaN)).isEqualTo("?");
    assertThat(Numbers.plain(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(Numbers.plain(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }

  @Test
  void intervalsAndPValues() {
    assertThat(Numbers.interval(new Interval(2, 1.25, 3.004, 0.95))).isEqualTo("2 [1.25, 3]");
    assertThat(Numbers.interval(Interval.unknown(2, 0.95))).isEqualTo("2");
    assertThat(Numbers.pValue(0.0004)).isEqualTo("p < 0.001");
    assertThat(Numbers.pValue(0.04321)).isEqualTo("p = 0.0432");
  }

  @Test
  void bounds() {
    assertThat(Bounds.above(2).describe()).isEqualTo("> 2");
    assertThat(Bounds.below(0.5).describe()).isEqualTo("< 0.5");
    assertThat(Bounds.above(2).contains(2)).isTrue();
    assertThat(Bounds.below(2).contains(3)).isFalse();
    assertThat(new Bounds(20, 80).contains(Double.NaN)).isFalse();
    assertThat(Bounds.below(1).ofValues()).isEqualTo("at most 1");
    assertThat(Bounds.above(1).ofValues()).isEqualTo("at least 1");
    assertThat(new Bounds(1, 2).ofValues()).isEqualTo("from 1 to 2");
  }
}
