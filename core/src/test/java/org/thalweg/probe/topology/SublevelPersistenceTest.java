package org.thalweg.probe.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Basin;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TopologyResult;
import org.thalweg.result.Values;

class SublevelPersistenceTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void twoWellsAreSeparatedByTheirSaddle() {
    // (a² − 1)² + a/5 + b²: minima near ±1, a saddle near 0; on this grid exactly at a = ±1, 0.05.
    Values alpha = Values.linspace(-2, 2, 81);
    Values beta = Values.linspace(-1, 1, 21);
    TopologyResult result =
        SublevelPersistence.of(
            surface(alpha, beta, (a, b) -> (a * a - 1) * (a * a - 1) + a / 5 + b * b));
    assertThat(result.basins()).hasSize(2);
    Basin deep = result.basins().get(0);
    Basin high = result.basins().get(1);
    assertThat(deep.alpha()).isCloseTo(-1, within(0.06));
    assertThat(deep.saddle()).isEqualTo(INFINITE);
    assertThat(deep.parent()).isEqualTo(-1);
    assertThat(high.alpha()).isCloseTo(1, within(0.06));
    assertThat(high.beta()).isZero();
    assertThat(high.saddleAlpha()).isCloseTo(0.05, within(1e-12));
    assertThat(high.saddleBeta()).isZero();
    assertThat(high.saddle()).isCloseTo(Math.pow(0.05 * 0.05 - 1, 2) + 0.01, within(1e-12));
    assertThat(high.parent()).isZero();
    assertThat(result.barrier(1, 0)).isEqualTo(high.persistence());
    assertThat(result.barrier(0, 1)).isEqualTo(high.saddle() - deep.minimum());
  }

  @Test
  void theFourMinimaOfHimmelblau() {
    Values axis = Values.linspace(-5, 5, 201);
    TopologyResult result =
        SublevelPersistence.of(
            surface(
                axis, axis, (x, y) -> Math.pow(x * x + y - 11, 2) + Math.pow(x + y * y - 7, 2)));
    assertThat(result.basinsAbove(5)).isEqualTo(4);
    double[][] known = {
      {3, 2}, {-2.805118, 3.131312}, {-3.779310, -3.283186}, {3.584428, -1.848126}
    };
    for (double[] minimum : known) {
      assertThat(result.basins().subList(0, 4))
          .anyMatch(
              basin -> Math.hypot(basin.alpha() - minimum[0], basin.beta() - minimum[1]) < 0.05);
    }
    // The pass out of (3, 2) is the saddle at (3.385154, 0.073852) of height 13.312.
    int second = -1;
    int fourth = -1;
    for (int k = 0; k < 4; k++) {
      Basin basin = result.basins().get(k);
      second = basin.alpha() > 0 && basin.beta() > 0 ? k : second;
      fourth = basin.alpha() > 0 && basin.beta() < 0 ? k : fourth;
    }
    assertThat(result.pass(second, fourth)).isCloseTo(13.312, within(0.05));
  }

  @Test
  void aMonkeySaddleHasThreeValleysThatLeaveThePlane() {
    Values axis = Values.linspace(-1, 1, 41);
    TopologyResult result =
        SublevelPersistence.of(surface(axis, axis, (x, y) -> x * x * x - 3 * x * y * y));
    assertThat(result.basinsAbove(0.5)).isEqualTo(3);
    assertThat(result.basins().subList(0, 3)).allMatch(Basin::onBorder);
    assertThat(result.pass(0, 1)).isCloseTo(0, within(1e-12));
    assertThat(result.pass(1, 2)).isCloseTo(0, within(1e-12));
  }

  @Test
  void diagonalNeighboursAreAChoice() {
    double[][] loss = {{0, 9}, {9, 1}};
    assertThat(SublevelPersistence.of(surface(loss), Neighbourhood.EIGHT).basins()).hasSize(1);
    List<Basin> basins = SublevelPersistence.of(surface(loss), Neighbourhood.FOUR).basins();
    assertThat(basins).hasSize(2);
    assertThat(basins.get(1).persistence()).isEqualTo(8);
  }

  @Test
  void aPlateauIsOneMinimum() {
    assertThat(SublevelPersistence.of(surface(new double[][] {{1, 1, 1}, {1, 1, 1}})).basins())
        .singleElement()
        .satisfies(basin -> assertThat(basin.alpha()).isZero());
    // A plateau that is met from two ends by index order.
    assertThat(
            SublevelPersistence.of(surface(new double[][] {{2, 1, 2, 1}, {2, 1, 1, 1}})).basins())
        .hasSize(1);
  }

  @Test
  void missingPointsAreWalls() {
    double n = Double.NaN;
    TopologyResult result =
        SublevelPersistence.of(surface(new double[][] {{0, n, 3}, {1, INFINITE, 2}}));
    assertThat(result.basins()).hasSize(2).allMatch(basin -> basin.saddle() == INFINITE);
    assertThat(result.basins().get(1).minimum()).isEqualTo(2);
    assertThat(result.pass(0, 1)).isEqualTo(INFINITE);
    assertThat(SublevelPersistence.of(surface(new double[][] {{n}})).basins()).isEmpty();
  }

  @Test
  void aNonSquareGridIsNotTransposed() {
    double[][] loss = {{5, 5, 5, 5}, {5, 0, 4, 1}, {5, 5, 5, 5}};
    Basin basin = SublevelPersistence.of(surface(loss)).basins().get(1);
    assertThat(basin.alpha()).isEqualTo(1);
    assertThat(basin.beta()).isEqualTo(3);
    assertThat(basin.saddleBeta()).isEqualTo(2);
    assertThat(basin.onBorder()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void everyPassIsThatOfBruteForceFlooding(int neighbours) {
    Neighbourhood neighbourhood = neighbours == 4 ? Neighbourhood.FOUR : Neighbourhood.EIGHT;
    for (int k = 0; k < 20; k++) {
      RandomStream random = RandomStream.of(5, "test", k);
      double[][] loss = new double[7][9];
      for (double[] row : loss) {
        // Few different values, so that there are ties.
        Arrays.setAll(row, j -> random.uniform() < 0.1 ? Double.NaN : random.below(12));
      }
      TopologyResult result = SublevelPersistence.of(surface(loss), neighbourhood);
      assertThat(result.basins().size()).isEqualTo(minima(loss, neighbours));
      for (int a = 0; a < result.basins().size(); a++) {
        for (int b = 0; b < a; b++) {
          assertThat(result.pass(a, b))
              .isEqualTo(flooded(loss, result.basins().get(a), result.basins().get(b), neighbours));
        }
      }
    }
  }

  /** Connected flat regions without a lower neighbour. */
  private static int minima(double[][] loss, int neighbours) {
    int count = 0;
    boolean[][] seen = new boolean[loss.length][loss[0].length];
    for (int i = 0; i < loss.length; i++) {
      for (int j = 0; j < loss[0].length; j++) {
        if (seen[i][j] || Double.isNaN(loss[i][j])) {
          continue;
        }
        boolean minimum = true;
        Deque<int[]> waiting = new ArrayDeque<>(List.of(new int[] {i, j}));
        seen[i][j] = true;
        while (!waiting.isEmpty()) {
          int[] at = waiting.remove();
          for (int[] next : around(loss, at, neighbours)) {
            double value = loss[next[0]][next[1]];
            minimum &= !(value < loss[i][j]);
            if (value == loss[i][j] && !seen[next[0]][next[1]]) {
              seen[next[0]][next[1]] = true;
              waiting.add(next);
            }
          }
        }
        count += minimum ? 1 : 0;
      }
    }
    return count;
  }

  /** The lowest level at which water from one point reaches the other. */
  private static double flooded(double[][] loss, Basin from, Basin to, int neighbours) {
    for (int level = 0; level < 12; level++) {
      boolean[][] wet = new boolean[loss.length][loss[0].length];
      int[] start = {(int) from.alpha(), (int) from.beta()};
      if (loss[start[0]][start[1]] > level) {
        continue;
      }
      Deque<int[]> waiting = new ArrayDeque<>(List.of(start));
      wet[start[0]][start[1]] = true;
      while (!waiting.isEmpty()) {
        for (int[] next : around(loss, waiting.remove(), neighbours)) {
          if (!wet[next[0]][next[1]] && loss[next[0]][next[1]] <= level) {
            wet[next[0]][next[1]] = true;
            waiting.add(next);
          }
        }
      }
      if (wet[(int) to.alpha()][(int) to.beta()]) {
        return level;
      }
    }
    return INFINITE;
  }

  private static List<int[]> around(double[][] loss, int[] at, int neighbours) {
    return java.util.stream.IntStream.range(0, 9)
        .filter(k -> k != 4 && (neighbours == 8 || k % 2 == 1))
        .mapToObj(k -> new int[] {at[0] + k / 3 - 1, at[1] + k % 3 - 1})
        .filter(p -> 0 <= p[0] && p[0] < loss.length && 0 <= p[1] && p[1] < loss[0].length)
        .toList();
  }

  private static SurfaceResult surface(double[][] loss) {
    Values alpha = Values.linspace(0, Math.max(1, loss.length - 1), loss.length);
    Values beta = Values.linspace(0, Math.max(1, loss[0].length - 1), loss[0].length);
    return surface(alpha, beta, (a, b) -> loss[(int) a][(int) b]);
  }

  private static SurfaceResult surface(Values alpha, Values beta, DoubleBinaryOperator f) {
    double[] loss = new double[alpha.size() * beta.size()];
    for (int i = 0; i < alpha.size(); i++) {
      for (int j = 0; j < beta.size(); j++) {
        loss[i * beta.size() + j] = f.applyAsDouble(alpha.get(i), beta.get(j));
      }
    }
    Grid grid = new Grid(alpha.size(), beta.size(), Values.of(loss));
    return new SurfaceResult(
        List.of("a", "b"), alpha, beta, grid, grid, grid, 0, Outcome.CONVERGED, Cost.NONE);
  }
}
