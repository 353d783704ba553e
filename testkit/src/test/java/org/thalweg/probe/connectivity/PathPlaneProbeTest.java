package org.thalweg.probe.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.result.PathPlane;
import org.thalweg.result.Values;

class PathPlaneProbeTest {
  private static final ArraySpace SPACE = ArraySpace.of(3);
  private static final Values T = Values.linspace(0, 1, 5);

  /** A = (1, 1, 0), B = (1, 5, 0), bend = (4, 3, 0): α is y − 1, β is x − 1. */
  @Test
  void axesAreOrthonormalAndCoordinatesThoseOfThePoints() {
    Objective objective = FunctionObjective.of(new double[3], p -> p[0] + 100 * p[1] + 1e4 * p[2]);
    try (Path path = new Path(CurveShape.BEZIER, List.of(at(1, 1, 0), at(4, 3, 0), at(1, 5, 0)))) {
      PathPlane plane = run(objective, path, 6);
      assertThat(plane.points()).containsExactly(Values.of(0, 0), Values.of(2, 3), Values.of(4, 0));
      assertThat(plane.curveAlpha().toArray())
          .containsExactly(new double[] {0, 1, 2, 3, 4}, within(1e-12));
      // 2t(1 − t)·3
      assertThat(plane.curveBeta().toArray())
          .containsExactly(new double[] {0, 1.125, 1.5, 1.125, 0}, within(1e-12));
      assertThat(plane.offPlane().toArray())
          .containsExactly(new double[] {0, 0, 0, 0, 0}, within(1e-6));
      assertThat(plane.surface().cosine()).isCloseTo(0, within(1e-15));
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          double alpha = plane.surface().alpha().get(i);
          double beta = plane.surface().beta().get(j);
          assertThat(plane.surface().loss().get(i, j))
              .as("not transposed")
              .isCloseTo(1 + beta + 100 * (1 + alpha), within(1e-9));
        }
      }
      assertThat(plane.surface().alpha().get(0)).isCloseTo(-0.8, within(1e-12));
      assertThat(plane.surface().beta().get(5)).isCloseTo(3.6, within(1e-12));
    }
  }

  @Test
  void aPathThatLeavesThePlaneSaysHowFar() {
    Objective objective = FunctionObjective.of(new double[3], p -> 0);
    try (Path path =
        new Path(
            CurveShape.POLYCHAIN, List.of(at(0, 0, 0), at(1, 5, 0), at(2, 0, 2), at(4, 0, 0)))) {
      PathPlane plane = run(objective, path, 2);
      assertThat(plane.points().get(1)).as("the farthest bend").isEqualTo(Values.of(1, 5));
      PathPlane fine =
          new PathPlaneProbe(2)
              .run(
                  objective,
                  path,
                  Values.of(0, 2 / 3., 1),
                  new LocalEvaluator(),
                  new InMemoryLedger(),
                  ExecutionOptions.defaults());
      assertThat(fine.offPlane().toArray()).containsExactly(new double[] {0, 2, 0}, within(1e-7));
    }
  }

  @Test
  void aStraightPathSpansNoPlane() {
    Objective objective = FunctionObjective.of(new double[3], p -> 0);
    for (int bends : new int[] {0, 2}) {
      try (Path path = Path.straight(CurveShape.BEZIER, at(0, 0, 0), at(1, 2, 3), bends)) {
        assertThatThrownBy(() -> run(objective, path, 3))
            .isInstanceOfSatisfying(
                ThalwegException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE));
      }
    }
  }

  private static PathPlane run(Objective objective, Path path, int points) {
    return new PathPlaneProbe(points)
        .run(
            objective,
            path,
            T,
            new LocalEvaluator(),
            new InMemoryLedger(),
            ExecutionOptions.defaults());
  }

  private static Vector at(double... components) {
    return SPACE.of(components);
  }
}
