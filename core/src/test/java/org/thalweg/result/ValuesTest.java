package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

class ValuesTest {
  @Test
  void valueSemantics() {
    assertThat(Values.of(1, Double.NaN, -2))
        .isEqualTo(Values.of(1, Double.NaN, -2))
        .hasSameHashCodeAs(Values.of(1, Double.NaN, -2))
        .isNotEqualTo(Values.of(1, Double.NaN))
        .isNotEqualTo(Values.of(1, 0, -2));
    assertThat(Values.of(0.0)).isNotEqualTo(Values.of(-0.0));
  }

  @Test
  void nobodyOutsideHoldsTheNumbers() {
    double[] numbers = {1, 2};
    Values values = Values.of(numbers);
    numbers[0] = 9;
    values.toArray()[1] = 9;
    assertThat(values).isEqualTo(Values.of(1, 2));
  }

  @Test
  void linspaceEndsExactly() {
    Values values = Values.linspace(-0.1, 0.3, 7);
    assertThat(values.size()).isEqualTo(7);
    assertThat(values.get(0)).isEqualTo(-0.1);
    assertThat(values.get(6)).isEqualTo(0.3);
    assertThat(Values.linspace(1, 3, 3)).isEqualTo(Values.of(1, 2, 3));
    assertThat(Values.linspace(3, 1, 3)).isEqualTo(Values.of(3, 2, 1));
    assertThat(Values.linspace(5, 5, 1)).isEqualTo(Values.of(5));
  }

  @Test
  void symmetricRangesAreSymmetricAndMeetZero() {
    for (double end : new double[] {0.3, 0.7, 1, 1e-5, 12.34}) {
      for (int n = 3; n < 60; n += 2) {
        Values values = Values.linspace(-end, end, n);
        assertThat(values.get(n / 2)).isZero();
        for (int i = 0; i < n; i++) {
          assertThat(values.get(i)).isEqualTo(-values.get(n - 1 - i));
        }
      }
    }
  }

  @Test
  void tenthsAreTheNearestNumbers() {
    assertThat(Values.linspace(-1, 1, 21).toArray()[3]).isEqualTo(-0.7);
  }

  @Test
  void linspaceNeedsAValue() {
    assertThatExceptionOfType(ThalwegException.class).isThrownBy(() -> Values.linspace(0, 1, 0));
  }

  @Test
  void lowestAndHighestAreFinite() {
    Values values =
        Values.of(Double.NaN, Double.NEGATIVE_INFINITY, 3, 1, 5, 1, 5, Double.POSITIVE_INFINITY);
    assertThat(values.indexOfLowest()).isEqualTo(3);
    assertThat(values.indexOfHighest()).isEqualTo(4);
    assertThat(Values.of(Double.NaN).indexOfLowest()).isEqualTo(-1);
    assertThat(Values.of().indexOfHighest()).isEqualTo(-1);
  }

  @Test
  void spacingIsToTheFartherNeighbour() {
    Values values = Values.of(0, 1, 4, 4.5);
    assertThat(values.spacing(0)).isEqualTo(1);
    assertThat(values.spacing(1)).isEqualTo(3);
    assertThat(values.spacing(2)).isEqualTo(3);
    assertThat(values.spacing(3)).isEqualTo(0.5);
    assertThat(Values.of(7).spacing(0)).isNaN();
  }
}
