package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

class HistogramTest {
  @Test
  void intervalsHaveEqualRatiosAndHoldEveryNumber() {
    Histogram found = Histogram.logarithmic(new double[] {1, 2, 5, 20, 50, 1000}, 3);
    assertThat(found.edges().size()).isEqualTo(4);
    assertThat(found.edges().get(1)).isBetween(9.9999, 10.0001);
    assertThat(found.counts()).isEqualTo(Values.of(3, 2, 1));
    assertThat(found.below()).isZero();
  }

  @Test
  void whatIsNearlyZeroIsCountedApart() {
    Histogram found = Histogram.logarithmic(new double[] {0, 1e-20, 1, 8}, 2);
    assertThat(found.below()).isEqualTo(2);
    assertThat(found.counts()).isEqualTo(Values.of(1, 1));
  }

  @Test
  void equalNumbersHaveAnInterval() {
    Histogram found = Histogram.logarithmic(new double[] {3, 3, 3}, 4);
    assertThat(found.counts().stream().sum()).isEqualTo(3);
    assertThat(found.edges().get(0)).isLessThan(3);
    assertThat(found.edges().get(4)).isGreaterThan(3);
  }

  @Test
  void everyIntervalHasTwoEdges() {
    assertThatThrownBy(() -> new Histogram(Values.of(1, 2), Values.of(1, 2), 0))
        .isInstanceOf(ThalwegException.class);
  }
}
