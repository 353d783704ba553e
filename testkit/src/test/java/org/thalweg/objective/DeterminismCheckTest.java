package org.thalweg.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Vector;
import org.thalweg.result.Cost;

class DeterminismCheckTest {
  private static final double[] POINT = {0.5, -1};

  @Test
  void honestObjectivesPassAtTheStatedCost() {
    Objective objective = FunctionObjective.of(new Rosenbrock(2), POINT);
    assertThat(check(objective).loss()).isEqualTo(100 * 1.25 * 1.25 + 0.25);
    assertThat(objective.cost()).isEqualTo(new Cost(2, 2, 0, 0));
    Objective value = FunctionObjective.of(POINT, t -> t[0]);
    check(value);
    assertThat(value.cost()).isEqualTo(new Cost(2, 0, 0, 0));
  }

  @Test
  void aLossThatMovesByOneBitIsNoticed() {
    AtomicInteger calls = new AtomicInteger();
    Objective objective =
        FunctionObjective.of(
            POINT, t -> calls.incrementAndGet() % 2 == 0 ? Math.nextUp(t[0]) : t[0]);
    assertThatThrownBy(() -> check(objective))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_DETERMINISTIC);
              assertThat(e.found()).contains("0.5", "0.5000000000000001");
              assertThat(e.next()).contains("dropout", "batch norm", "shuffling", "augmentation");
            });
  }

  @Test
  void aGradientThatMovesIsNoticed() {
    assertThatThrownBy(() -> check(withNoise(1e-9)))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_DETERMINISTIC);
              assertThat(e.expected()).contains("gradient");
            });
    assertThatCode(() -> check(withNoise(1e-16))).doesNotThrowAnyException();
  }

  @Test
  void notANumberTwiceIsDeterministic() {
    assertThat(check(FunctionObjective.of(POINT, t -> Double.NaN)).loss()).isNaN();
  }

  private static Objective withNoise(double noise) {
    AtomicInteger calls = new AtomicInteger();
    return FunctionObjective.withGradient(
        POINT, t -> 1, t -> new double[] {1 + noise * calls.incrementAndGet(), 0});
  }

  private static Evaluation check(Objective objective) {
    try (Vector theta = objective.parameters()) {
      return DeterminismCheck.require(objective, theta);
    }
  }
}
