package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Estimate;
import org.thalweg.result.Outcome;

class SampleMeanTest {
  @Test
  void ofFewNumbersByHand() {
    SampleMean mean = new SampleMean();
    mean.add(1);
    mean.add(3);
    mean.add(5);
    Estimate estimate = mean.estimate(10, 1);
    assertThat(estimate.value()).isEqualTo(13);
    assertThat(estimate.standardError()).isCloseTo(2 / Math.sqrt(3), within(1e-15));
    // Symmetric, so no skewness: 1.1 times the t interval with two degrees of freedom.
    assertThat(estimate.high())
        .isCloseTo(13 + 1.1 * 4.302652729911275 * 2 / Math.sqrt(3), within(1e-9));
    assertThat(estimate.low())
        .isCloseTo(13 - 1.1 * 4.302652729911275 * 2 / Math.sqrt(3), within(1e-9));
    Estimate root = mean.rootEstimate(10, 1);
    assertThat(root.value()).isEqualTo(Math.sqrt(13));
    assertThat(root.standardError())
        .isCloseTo(estimate.standardError() / (2 * Math.sqrt(13)), within(1e-15));
  }

  /** χ² with one degree of freedom: the square of a rank-one matrix. Plain t intervals miss 8 %. */
  @ParameterizedTest
  @ValueSource(ints = {20, 60})
  void intervalsOfSkewedObservationsHold(int n) {
    int inside = 0;
    int repetitions = 2000;
    for (int k = 0; k < repetitions; k++) {
      SampleMean mean = new SampleMean();
      for (double x : RandomStream.of(5, "observations", k).gaussians(n)) {
        mean.add(x * x);
      }
      Estimate estimate = mean.estimate(0, 0.1);
      inside += estimate.low() <= 1 && 1 <= estimate.high() ? 1 : 0;
    }
    assertThat((double) inside / repetitions).isBetween(0.94, 0.98);
  }

  @Test
  void whatIsNotKnownIsSaid() {
    SampleMean mean = new SampleMean();
    assertThat(mean.estimate(3, 0.1).value()).isNaN();
    mean.add(1);
    assertThat(mean.estimate(3, 0.1).outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    mean.add(Double.POSITIVE_INFINITY);
    assertThat(mean.estimate(3, 0.1).outcome()).isEqualTo(Outcome.NON_FINITE);
  }
}
