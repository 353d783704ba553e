package org.thalweg.probe.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.direction.RandomDirection;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.result.Outcome;
import org.thalweg.result.SliceBandResult;

class SliceBandProbeTest {
  private static final Axis AXIS = new Axis(-1, 1, 5);

  @Test
  void meanQuantilesAndStandardErrorOfThreeParabolas() {
    // Along k·e₁ the loss is k²α²: 1, 4, 9 at α = 1.
    SliceBandResult band = run(3, ExecutionOptions.defaults(), new InMemoryLedger());
    assertThat(band.loss().get(2, 0)).isEqualTo(9);
    assertThat(band.mean().get(4)).isCloseTo(14 / 3.0, within(1e-14));
    // Variance of {1, 4, 9} is 49/3.
    assertThat(band.standardError().get(4)).isCloseTo(Math.sqrt(49 / 9.0), within(1e-14));
    assertThat(band.quantile(0.5).get(4)).isEqualTo(4);
    assertThat(band.quantile(0.25).get(4)).isEqualTo(2.5);
    assertThat(band.mean().get(2)).isZero();
    assertThat(band.cost().forward()).isEqualTo(15);
    // Curvatures 2, 8, 18.
    assertThat(band.measurements().get(0).value()).isCloseTo(28 / 3.0, within(1e-12));
    assertThat(band.measurements().get(0).uncertainty())
        .isCloseTo(Math.sqrt(4 * 49 / 9.0), within(1e-12));
  }

  @Test
  void eachRowIsTheSliceAlongItsDirection() {
    Objective rosenbrock =
        FunctionObjective.of(
            new double[] {0.5, 2, 1}, x -> Math.sin(x[0]) + x[1] * x[1] * x[2] + x[2]);
    SliceBandResult band =
        new SliceBandProbe(4, k -> RandomDirection.of(3, 9, k), "random", AXIS)
            .run(rosenbrock, ExecutionOptions.defaults());
    for (int k = 0; k < 4; k++) {
      assertThat(band.slice(k).loss())
          .isEqualTo(
              new SliceProbe(RandomDirection.of(3, 9, k), AXIS)
                  .run(rosenbrock, ExecutionOptions.defaults())
                  .loss());
    }
  }

  @Test
  void notANumberStaysNotANumber() {
    SliceBandResult band =
        new SliceBandProbe(2, SliceBandProbeTest::along, "test", AXIS)
            .run(
                FunctionObjective.of(new double[] {0}, x -> x[0] > 1.5 ? Double.NaN : x[0]),
                ExecutionOptions.defaults());
    assertThat(band.mean().get(4)).isNaN();
    assertThat(band.quantile(0.5).get(4)).isNaN();
    assertThat(band.mean().get(3)).isFinite();
    assertThat(band.outcome()).isEqualTo(Outcome.NON_FINITE);
  }

  @Test
  void resumesAndReportsOneProgress() {
    InMemoryLedger ledger = new InMemoryLedger();
    Cancellation cancellation = new Cancellation();
    List<Long> heard = new ArrayList<>();
    ExecutionOptions stopping =
        ExecutionOptions.defaults()
            .withCancellation(cancellation)
            .withListener(
                (activity, done, total) -> {
                  heard.add(done);
                  assertThat(total).isEqualTo(15);
                  if (done == 7) {
                    cancellation.request();
                  }
                });
    SliceBandResult cut = run(3, stopping, ledger);
    assertThat(cut.outcome()).isEqualTo(Outcome.CANCELLED);
    SliceBandResult rest = run(3, ExecutionOptions.defaults(), ledger);
    assertThat(rest.loss())
        .isEqualTo(run(3, ExecutionOptions.defaults(), new InMemoryLedger()).loss());
    assertThat(cut.cost().forward() + rest.cost().forward()).isEqualTo(15);
    assertThat(heard).isSorted();
  }

  @Test
  void oneDirectionIsNoBand() {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> new SliceBandProbe(1, SliceBandProbeTest::along, "test", AXIS));
  }

  private static SliceBandResult run(int count, ExecutionOptions options, InMemoryLedger ledger) {
    return new SliceBandProbe(count, SliceBandProbeTest::along, "test", AXIS)
        .run(
            FunctionObjective.of(new double[] {0}, x -> x[0] * x[0]),
            new LocalEvaluator(),
            ledger,
            options);
  }

  private static Direction along(int k) {
    return Direction.of(new DirectionSource.Given("e"), new double[] {k + 1});
  }
}
