package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

class LinearAssignmentTest {
  @Test
  void takesTheLargestOfTheDiagonals() {
    LinearAssignment found = LinearAssignment.maximize(new double[][] {{1, 5}, {4, 7}});

    assertThat(found.columns()).containsExactly(1, 0);
    assertThat(found.value()).isEqualTo(9);
  }

  @Test
  void isNotGreedy() {
    // Greedy takes 10, then 7, then 0.
    double[][] gain = {{10, 9, 0}, {9, 0, 0}, {0, 7, 0}};

    LinearAssignment found = LinearAssignment.maximize(gain);

    assertThat(found.columns()).containsExactly(1, 0, 2);
    assertThat(found.value()).isEqualTo(18);
  }

  @Test
  void agreesWithTryingEverything() {
    for (int n = 1; n <= 7; n++) {
      for (int instance = 0; instance < 20; instance++) {
        double[][] gain = random(n, instance);

        double best = best(gain, 0, new boolean[n]);

        assertThat(LinearAssignment.maximize(gain).value()).isCloseTo(best, within(1e-12));
      }
    }
  }

  @Test
  void integersWithManyTiesAreSolvedToo() {
    for (int instance = 0; instance < 50; instance++) {
      double[][] gain = random(6, instance);
      for (double[] row : gain) {
        Arrays.setAll(row, j -> Math.rint(row[j]));
      }

      assertThat(LinearAssignment.maximize(gain).value()).isEqualTo(best(gain, 0, new boolean[6]));
    }
  }

  @Test
  void largeProblemsCarryTheirProof() {
    for (int n : new int[] {20, 150, 400}) {
      double[][] gain = random(n, n);

      LinearAssignment found = LinearAssignment.maximize(gain);

      double[] u = found.rowPotentials();
      double[] v = found.columnPotentials();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertThat(u[i] + v[j]).isGreaterThanOrEqualTo(gain[i][j] - 1e-10);
        }
      }
      assertThat(Arrays.stream(u).sum() + Arrays.stream(v).sum())
          .isCloseTo(found.value(), within(1e-9));
      assertThat(Arrays.stream(found.columns()).sorted().toArray())
          .isEqualTo(IntStream.range(0, n).toArray());
    }
  }

  @Test
  void leavesTheGainsAlone() {
    double[][] gain = {{1, 2}, {3, 5}};

    LinearAssignment.maximize(gain);

    assertThat(gain).isDeepEqualTo(new double[][] {{1, 2}, {3, 5}});
  }

  @Test
  void nothingIsAssignedToNothing() {
    assertThat(LinearAssignment.maximize(new double[0][]).columns()).isEmpty();
  }

  @Test
  void refusesWhatHasNoSolution() {
    assertThatThrownBy(() -> LinearAssignment.maximize(new double[][] {{1, 2}}))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
    assertThatThrownBy(() -> LinearAssignment.maximize(new double[][] {{Double.NaN}}))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FINITE));
  }

  private static double[][] random(int n, int instance) {
    RandomStream stream = RandomStream.of(instance, "gains", n);
    double[][] gain = new double[n][];
    Arrays.setAll(gain, i -> stream.gaussians(n));
    return gain;
  }

  /** The best sum over rows from {@code row} on, by trying every column that is left. */
  private static double best(double[][] gain, int row, boolean[] taken) {
    if (row == gain.length) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < gain.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        best = Math.max(best, gain[row][column] + best(gain, row + 1, taken));
        taken[column] = false;
      }
    }
    return best;
  }
}
