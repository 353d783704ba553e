package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelativeErrorTest {
  @Test
  void isRelativeToTheExpectedValue() {
    assertThat(RelativeError.of(1.1, 1)).isCloseTo(0.1, within(1e-15));
    assertThat(RelativeError.of(1, 2)).isEqualTo(0.5);
    assertThat(RelativeError.of(0.25, 0)).as("absolute at zero").isEqualTo(0.25);
    assertThat(RelativeError.of(new double[] {3, 5}, new double[] {3, 4})).isEqualTo(0.2);
  }

  @Test
  void notANumberIsNeverClose() {
    assertThat(RelativeError.of(Double.NaN, 1)).isInfinite();
    assertThat(RelativeError.of(1, Double.NaN)).isInfinite();
    assertThat(RelativeError.of(new double[] {1, Double.NaN}, new double[] {1, 1})).isInfinite();
    assertThatThrownBy(() -> RelativeError.atMost(1e9, "x", Double.NaN, 1))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void messagesShowBothValues() {
    assertThatCode(() -> RelativeError.atMost(0.1, "λ₁", 10.5, 10)).doesNotThrowAnyException();
    assertThatThrownBy(() -> RelativeError.atMost(0.01, "λ₁", 10.5, 10))
        .hasMessageContainingAll("λ₁", "10.5", "10.0", "0.05");
    assertThatThrownBy(
            () -> RelativeError.atMost(0.01, "g", new double[] {1, 2, 7}, new double[] {1, 2, 3}))
        .hasMessageContainingAll("index 2", "7.0", "3.0");
    assertThatThrownBy(
            () -> RelativeError.eachAtMost(0.01, "λ", new double[] {1e6, 2}, new double[] {1e6, 1}))
        .hasMessageContaining("λ[1]");
    assertThatThrownBy(
            () -> RelativeError.eachAtMost(1, "λ", new double[] {1}, new double[] {1, 2}))
        .hasMessageContaining("lengths");
  }
}
