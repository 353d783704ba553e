package org.thalweg.probe.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.result.StabilityThreshold;

/** Each threshold is where the iteration itself on ½λθ² + ½wθ² changes from falling to growing. */
class StabilityThresholdsTest {
  private static final double RATE = 0.1;
  private static final double BETA = 0.9;

  private interface Iteration {
    /** |θ| after many steps of the rule at this curvature, beginning at 1. */
    double end(double curvature);
  }

  private static void isTheEdge(StabilityThreshold threshold, double penalty, Iteration rule) {
    assertThat(threshold.exists()).isTrue();
    assertThat(rule.end(0.99 * (threshold.value() + penalty))).isLessThan(0.1);
    assertThat(rule.end(1.01 * (threshold.value() + penalty))).isGreaterThan(10);
  }

  private static double momentum(double curvature, double beta, boolean nesterov) {
    double theta = 1;
    double m = 0;
    double most = 0;
    for (int i = 0; i < 4000; i++) {
      double g = curvature * theta;
      m = beta * m + g;
      theta -= RATE * (nesterov ? g + beta * m : m);
      most = i < 3900 ? 0 : Math.max(most, Math.abs(theta));
    }
    return most;
  }

  @Test
  void gradientDescent() {
    assertThat(StabilityThresholds.gradientDescent(RATE, 0).value()).isEqualTo(20);
    assertThat(StabilityThresholds.gradientDescent(RATE, 0).rule()).isEqualTo("2/lr");
    isTheEdge(StabilityThresholds.gradientDescent(RATE, 0), 0, h -> momentum(h, 0, false));
  }

  @Test
  void heavyBall() {
    assertThat(StabilityThresholds.momentum(RATE, BETA, 0).value()).isCloseTo(38, within(1e-12));
    isTheEdge(StabilityThresholds.momentum(RATE, BETA, 0), 0, h -> momentum(h, BETA, false));
  }

  @Test
  void nesterov() {
    isTheEdge(StabilityThresholds.nesterov(RATE, BETA, 0), 0, h -> momentum(h, BETA, true));
  }

  @Test
  void aPenaltyLowersIt() {
    StabilityThreshold threshold = StabilityThresholds.momentum(RATE, BETA, 3);
    assertThat(threshold.rule()).endsWith("− weight decay");
    isTheEdge(threshold, 3, h -> momentum(h, BETA, false));
  }

  @Test
  void thereIsNoneForAdaptiveSteps() {
    assertThat(StabilityThresholds.adaptive().exists()).isFalse();
    assertThat(StabilityThresholds.adaptive().rule()).contains("preconditioned");
  }
}
