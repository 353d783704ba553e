package org.thalweg.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.TrainingStatistic;

/** Statistics of histories that were made so that the answer is known. */
class HistoryStatisticTest {
  private static double of(String name, TrainingHistory history) {
    return new HistoryStatistic(TrainingStatistic.parse(name, Place.NONE)).of(history);
  }

  /** A record every half epoch with these training losses; the accuracy is 1 − loss. */
  private static TrainingHistory losses(double... losses) {
    List<TrainingRecord> records = new ArrayList<>();
    for (int i = 0; i < losses.length; i++) {
      double loss = losses[i];
      records.add(
          new TrainingRecord(
              10L * i, i / 2.0, loss, 1 - loss, 2 * loss, 1 - 2 * loss, 3 * loss, 0.1, 7.0 * i));
    }
    return new TrainingHistory(records, Outcome.CONVERGED, Cost.NONE);
  }

  /** L(e) = exp(−e/2) at e = 0, ½, …, 10. */
  private static TrainingHistory exponential() {
    double[] losses = new double[21];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = Math.exp(-i / 4.0);
    }
    return losses(losses);
  }

  @Test
  void endsOfTheHistory() {
    TrainingHistory history = losses(0.5, 0.25, 0.3);
    assertThat(of("initial-train-loss", history)).isEqualTo(0.5);
    assertThat(of("final-train-loss", history)).isEqualTo(0.3);
    assertThat(of("final-test-loss", history)).isEqualTo(0.6);
    assertThat(of("final-train-accuracy", history)).isEqualTo(0.7);
    assertThat(of("final-test-accuracy", history)).isEqualTo(0.4);
    assertThat(of("final-gradient-norm", history)).isEqualTo(3 * 0.3);
    assertThat(of("lowest-train-loss", history)).isEqualTo(0.25);
    assertThat(of("epochs", history)).isEqualTo(1);
    assertThat(of("seconds", history)).isEqualTo(14);
  }

  @Test
  void theFirstRecordThatHasComeSoFar() {
    TrainingHistory history = exponential();
    // exp(−e/2) ≤ 0.1 from e = 2 ln 10 = 4.605 on: the record at 5
    assertThat(of("epochs-to-loss:0.1", history)).isEqualTo(5);
    assertThat(of("epochs-to-loss-share:0.1", history)).isEqualTo(5);
    // 1 − 2 exp(−e/2) ≥ 0.9 from e = 2 ln 20 = 5.991 on
    assertThat(of("epochs-to-accuracy:0.9", history)).isEqualTo(6);
    assertThat(of("epochs-to-accuracy:0.999", history)).isNaN();
    assertThat(of("epochs-to-loss:1e-9", history)).isNaN();
    assertThat(of("epochs-to-loss-share:0.5", losses(4, 3, 2.5, 2, 1))).isEqualTo(1.5);
  }

  @Test
  void convergenceIsNinetyFivePercentOfTheWayDown() {
    // From 1 to exp(−5) = 0.00674: 0.05 · 0.99326 + 0.00674 = 0.0564, reached from e = 5.751 on.
    assertThat(of("convergence-epoch", exponential())).isEqualTo(6);
    assertThat(of("convergence-epoch", losses(1, 0.05, 0, 0.9))).isEqualTo(0.5);
    assertThat(of("convergence-epoch", losses(1, 2, 3))).isEqualTo(0); // nowhere to go
  }

  @Test
  void oscillationIsTheShareOfRises() {
    assertThat(of("oscillation", exponential())).isZero();
    assertThat(of("oscillation", losses(1, 2, 1, 2, 1))).isEqualTo(0.5);
    assertThat(of("oscillation", losses(1, 1, 1, 2))).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(of("oscillation", losses(1, 0.5, Double.NaN))).isEqualTo(0.5);
    assertThat(of("oscillation", losses(1))).isNaN();
  }

  @Test
  void smoothnessIsRankCorrelationWithTimeTurnedRound() {
    assertThat(of("loss-smoothness", exponential())).isCloseTo(1, within(1e-12));
    assertThat(of("loss-smoothness", losses(1, 2, 3))).isCloseTo(-1, within(1e-12));
    // Ranks of the loss 4 2 3 1: ρ = 1 − 6·(9 + 0 + 0 + 9)/(4·15) = −0.8
    assertThat(of("loss-smoothness", losses(9, 2, 3, 1))).isCloseTo(0.8, within(1e-12));
    assertThat(of("loss-smoothness", losses(9, 2, 3, 1, Double.POSITIVE_INFINITY)))
        .isCloseTo(0.8, within(1e-12));
    assertThat(of("loss-smoothness", losses(1, 1, 1))).isNaN();
    assertThat(of("loss-smoothness", losses(1))).isNaN();
  }

  @Test
  void everyStatisticIsKnownAndNaNWithoutRecords() {
    for (TrainingStatistic.Kind kind : TrainingStatistic.Kind.values()) {
      TrainingStatistic statistic = new TrainingStatistic(kind, 0.5);
      assertThat(new HistoryStatistic(statistic).of(losses())).as(kind.text()).isNaN();
      assertThat(new HistoryStatistic(statistic).of(losses(0.4, 0.2))).as(kind.text()).isFinite();
    }
  }
}
