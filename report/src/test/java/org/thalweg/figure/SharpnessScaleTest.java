package org.thalweg.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

class SharpnessScaleTest {
  private static SharpnessValue value(double number, double error) {
    return SharpnessValue.of("m", number).withError(SharpnessError.overDraws(error));
  }

  @Test
  void similarNumbersStandOnALinearAxisFromZero() {
    SharpnessScale scale = SharpnessScale.of(List.of(value(1, 0.5), value(4, 1)));
    assertThat(scale.threshold()).isNaN();
    assertThat(scale.low()).isZero();
    assertThat(scale.high()).as("beyond the longest bar").isGreaterThan(5);
    assertThat(scale.place(2)).isEqualTo(2);
    assertThat(scale.name()).doesNotContain("log");
  }

  @Test
  void numbersOfManyDecadesStandOnASymmetricLogarithmicOne() {
    SharpnessScale scale =
        SharpnessScale.of(List.of(value(3e-4, 1e-4), value(-2e-3, Double.NaN), value(50, 1)));
    assertThat(scale.threshold()).isEqualTo(1e-5);
    assertThat(scale.place(0)).isZero();
    assertThat(scale.place(-2e-3)).isEqualTo(-scale.place(2e-3)).isNegative();
    assertThat(scale.low()).isLessThan(-2e-3);
    assertThat(scale.high()).isGreaterThan(51);
    assertThat(scale.name()).contains("symmetric log");
    assertThat(scale.marks()).extracting(EigenvalueScale.Mark::label).contains("0");
  }

  @Test
  void missingNumbersTakeNoPlace() {
    SharpnessScale with =
        SharpnessScale.of(
            List.of(value(1, 0.1), value(Double.NaN, 9), value(Double.POSITIVE_INFINITY, 9)));
    assertThat(with).isEqualTo(SharpnessScale.of(List.of(value(1, 0.1))));
    assertThat(SharpnessScale.of(List.of()).high()).isPositive();
    assertThat(SharpnessScale.of(List.of(value(0, 0))).high()).isPositive();
  }
}
