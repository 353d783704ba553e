package org.thalweg.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.05583, 3, 0.0558",
    "31.25, 4, 31.25",
    "-2.3, 4, −2.3",
    "12345.6, 3, 12346",
    "99999.6, 3, 10⁵",
    "123456, 3, 1.23×10⁵",
    "0.00012, 2, 1.2×10⁻⁴",
    "0.0001, 2, 10⁻⁴",
    "-0.0001, 2, −10⁻⁴",
    "0.001, 2, 0.001",
    "1e-320, 2, 10⁻³²⁰",
    "0, 3, 0",
    "-0.0, 3, 0",
    "NaN, 3, —",
    "Infinity, 3, ∞",
    "-Infinity, 3, −∞"
  })
  void readsLikeANumberInABook(double value, int digits, String text) {
    assertThat(NumberText.of(value, digits)).isEqualTo(text);
  }

  @Test
  void aFixedZeroHasNoSign() {
    assertThat(NumberText.fixed(-0.001, 1)).isEqualTo("0.0");
    assertThat(NumberText.fixed(-0.25, 2)).isEqualTo("−0.25");
  }
}
