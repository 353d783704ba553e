package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Precision;
import org.thalweg.probe.trajectory.CurvatureOptions;
import org.thalweg.probe.trajectory.GivenSnapshots;
import org.thalweg.probe.trajectory.StabilityThresholds;
import org.thalweg.probe.trajectory.TrajectoryOptions;
import org.thalweg.probe.trajectory.TrajectoryProbe;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.GoldenTrajectory;

/** The path of a training in PyTorch: losses, accuracies and curvature in its snapshots. */
class GoldenTrajectoryTest {
  @Test
  void lossesAccuraciesAndCurvatureAreThoseOfPyTorch() {
    GoldenCase golden = GoldenCase.load("mlp-digits");
    GoldenTrajectory path = GoldenTrajectory.load();
    ObjectiveOptions options =
        ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withWorkers(2);
    CurvatureOptions curvature =
        CurvatureOptions.of(StabilityThresholds.momentum(0.02, 0.9, 0)).withEvery(10);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, options)) {
      TrajectoryResult found =
          new TrajectoryProbe(TrajectoryOptions.defaults().withPoints(5), Optional.of(curvature))
              .run(
                  objective,
                  new GivenSnapshots(path.snapshots()),
                  ExecutionOptions.defaults().withWorkers(2));

      assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(found.losses().loss().toArray())
          .containsExactly(path.numbers("loss"), within(1e-8));
      assertThat(found.losses().accuracy().toArray())
          .containsExactly(path.numbers("accuracy"), within(1e-8));
      List<PathCurvature.Point> points = found.curvature().orElseThrow().points();
      assertThat(points).extracting(PathCurvature.Point::snapshot).containsExactly(9, 19, 29);
      PathCurvature.Point last = points.get(2);
      assertThat(last.largest().value())
          .isCloseTo(golden.numbers("hessian_top10")[0], within(1e-5));
      assertThat(last.gradientNorm()).isCloseTo(golden.number("grad_norm"), within(1e-10));
      assertThat(last.sharpness())
          .isCloseTo(golden.number("sam_sharpness", "value"), within(1e-10));
    }
  }
}
