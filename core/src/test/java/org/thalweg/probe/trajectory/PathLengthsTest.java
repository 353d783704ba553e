package org.thalweg.probe.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.result.PathGeometry;
import org.thalweg.result.Values;

class PathLengthsTest {
  private static final double NONE = Double.NaN;

  @Test
  void ofAPathAlongASquare() {
    PathGeometry found =
        PathLengths.of(
            GivenSnapshots.of(
                new double[] {0, 0},
                new double[] {2, 0},
                new double[] {4, 0},
                new double[] {4, 3},
                new double[] {4, 1}));
    assertThat(found.stepLength()).isEqualTo(Values.of(NONE, 2, 2, 3, 2));
    assertThat(found.turn()).isEqualTo(Values.of(NONE, 1, 0, -1, NONE));
    assertThat(found.fromStart()).isEqualTo(Values.of(0, 2, 4, 5, Math.sqrt(17)));
    assertThat(found.fromEnd()).isEqualTo(Values.of(Math.sqrt(17), Math.sqrt(5), 1, 2, 0));
    assertThat(found.length()).isEqualTo(9);
    assertThat(found.straightness()).isCloseTo(Math.sqrt(17) / 9, within(1e-15));
    assertThat(found.meanTurn()).isZero();
  }

  @Test
  void aStepOfNoLengthHasNoDirection() {
    PathGeometry found =
        PathLengths.of(
            GivenSnapshots.of(
                new double[] {0}, new double[] {1}, new double[] {1}, new double[] {2}));
    assertThat(found.stepLength()).isEqualTo(Values.of(NONE, 1, 0, 1));
    assertThat(found.turn()).isEqualTo(Values.of(NONE, NONE, NONE, NONE));
    assertThat(found.meanTurn()).isNaN();
  }
}
