package org.thalweg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.BiasChoice;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.LineScaling;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.app.request.TrajectoryRequest;
import org.thalweg.direction.Direction;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.probe.slice.Axis;
import org.thalweg.probe.slice.SliceProbe;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;
import org.thalweg.store.RunFolder;
import org.thalweg.store.StoredResult;

/** The path of a small training. */
class TrajectoryUseCaseTest {
  @TempDir private static Path folder = Path.of("");

  private static Path run = Path.of("");

  @BeforeAll
  static void train() {
    run = train("run", new Recording(OptionalInt.of(4), true));
  }

  private static Path train(String name, Recording recording) {
    Path to = folder.resolve(name);
    TrainRequest request =
        new TrainRequest(
            "digits",
            "mlp:6",
            TrainRequest.DEFAULT_ACTIVATION,
            TrainRequest.DEFAULT_LOSS,
            OptimizerChoice.DEFAULT,
            50,
            OptionalInt.of(200),
            new StoppingRule.Epochs(4),
            recording,
            Execution.of(1, 1, "float64"),
            new Destination(Optional.of(to), false));
    new TrainUseCase().train(request, ProgressListener.silent(), new Cancellation());
    return to;
  }

  private static TrajectoryRequest request(String model, boolean curvature) {
    ProbeScope scope =
        new ProbeScope(
            ModelReference.parse(model),
            Sampling.DEFAULT,
            Execution.of(1, 1, "float64"),
            Destination.DEFAULT);
    return new TrajectoryRequest(scope, 3, 7, curvature, OptionalInt.of(2));
  }

  private static Measured measure(TrajectoryRequest request, Cancellation cancellation) {
    return new TrajectoryUseCase().run(request, ProgressListener.silent(), cancellation);
  }

  @Test
  void ofATrainingWithSnapshots() {
    Measured measured = measure(request(run.toString(), true), new Cancellation());
    TrajectoryResult found = (TrajectoryResult) measured.result();

    assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(found.step()).isEqualTo(Values.of(0, 4, 8, 12, 16));
    assertThat(found.epoch()).isEqualTo(Values.of(0, 1, 2, 3, 4));
    List<PathCurvature.Point> points = found.curvature().orElseThrow().points();
    assertThat(points).extracting(PathCurvature.Point::snapshot).containsExactly(0, 2, 4);
    assertThat(points).allMatch(point -> point.largest().converged());
    var optimizer = OptimizerChoice.DEFAULT;
    double momentum = optimizer.effectiveMomentum().orElse(0.0);
    assertThat(found.curvature().orElseThrow().threshold().value())
        .isCloseTo((2 + 2 * momentum) / optimizer.effectiveLearningRate(), within(1e-9));
    StoredResult stored = RunFolder.open(run).result(measured.stored().id());
    assertThat(stored.result()).isEqualTo(found);
    assertThat(stored.provenance().specification()).containsKeys("snapshots", "learningRate");
    assertThat(run.resolve("figures/trajectory-path.png")).exists();
    assertThat(run.resolve("report.html")).content().contains("The road that led here");
  }

  @Test
  void theDirectionsOfARunAreThoseOfItsTrajectory() {
    TrajectoryResult found =
        (TrajectoryResult) measure(request(run.toString(), false), new Cancellation()).result();
    assertThat(found.curvature()).isEmpty();
    try (ProbeSession session =
        ProbeSession.open(
            new Opening(request(run.toString(), false).scope(), 0, false),
            ProgressListener.silent(),
            new Cancellation())) {
      PrincipalDirections pca =
          PrincipalDirections.of(RunFolder.open(run), session.objective().layout(), 2);
      Direction first = pca.direction(1);
      assertThat(first.norm()).isCloseTo(1, within(1e-12));
      assertThat(first.dot(pca.direction(2))).isCloseTo(0, within(1e-12));
      assertThat(pca.variance()).isEqualTo(found.mainVariance());
      Values alpha = found.line().alpha();
      SliceResult line =
          new SliceProbe(first, new Axis(alpha.get(0), alpha.get(6), 7))
              .run(session.objective(), session.options());
      for (int i = 0; i < 7; i++) {
        assertThat(line.loss().get(i)).isCloseTo(found.line().loss().get(i), within(1e-12));
      }
      assertThatThrownBy(
              () -> PrincipalDirections.of(RunFolder.open(run), session.objective().layout(), 5))
          .as("five snapshots span four dimensions")
          .isInstanceOf(ThalwegException.class)
          .hasMessageContaining("from 1 to 4");
    }
  }

  @Test
  void itsPrincipalComponentsAreDirectionsOfSlicesAndPlanes() {
    ProbeScope scope = request(run.toString(), false).scope();
    LineScaling scaling = new LineScaling(NormalizationChoice.AUTO, BiasChoice.AUTO);
    Measured line =
        new SliceUseCase()
            .run(
                new SliceRequest(
                    scope, DirectionChoice.parse("pca:2"), scaling, AxisRange.DEFAULT, 3, 1),
                ProgressListener.silent(),
                new Cancellation());
    SliceResult middle = (SliceResult) line.result();
    SurfaceResult square = (SurfaceResult) surface(run.toString(), "pca:2,1").result();
    try (ProbeSession session =
        ProbeSession.open(
            new Opening(scope, 0, false), ProgressListener.silent(), new Cancellation())) {
      PrincipalDirections expected =
          PrincipalDirections.of(session.model(), session.objective().layout(), 2);
      SliceResult along =
          new SliceProbe(expected.direction(2), new Axis(-1, 1, 3))
              .run(session.objective(), session.options());
      SliceResult across =
          new SliceProbe(expected.direction(1), new Axis(-1, 1, 3))
              .run(session.objective(), session.options());
      for (int i = 0; i < 3; i++) {
        assertThat(middle.loss().get(i)).isCloseTo(along.loss().get(i), within(1e-12));
        assertThat(square.loss().get(i, 1)).isCloseTo(along.loss().get(i), within(1e-12));
        assertThat(square.loss().get(1, i)).isCloseTo(across.loss().get(i), within(1e-12));
      }
      assertThat(facts(line, "explainedVariance"))
          .isEqualTo(expected.variance().ratios().stream().limit(2).boxed().toList());
    }
    assertThat(facts(line, "directions").toString())
        .contains("principal component 2 of 5 snapshots", "unit");
  }

  private static Object facts(Measured measured, String name) {
    return Objects.requireNonNull(measured.stored().provenance().specification().get(name), name);
  }

  private static Measured surface(String model, String plane) {
    return new SurfaceUseCase()
        .run(
            new SurfaceRequest(
                request(model, false).scope(),
                PlaneChoice.parse(plane),
                new LineScaling(NormalizationChoice.AUTO, BiasChoice.AUTO),
                Optional.empty(),
                3,
                new SurfaceRequest.Reading(
                    OptionalInt.empty(), OptionalDouble.empty(), false, false)),
            ProgressListener.silent(),
            new Cancellation());
  }

  @Test
  void goesOnWhereItStopped() {
    TrajectoryRequest request =
        new TrajectoryRequest(
            request(run.toString(), false).scope(), 2, 9, false, OptionalInt.empty());
    Cancellation stop = new Cancellation();
    Measured stopped =
        new TrajectoryUseCase()
            .run(
                request,
                (activity, done, total) -> {
                  if (activity.startsWith("plane") && done > 20) {
                    stop.request();
                  }
                },
                stop);
    assertThat(stopped.result().outcome()).isEqualTo(Outcome.CANCELLED);
    Measured rest = measure(request, new Cancellation());
    assertThat(rest.result().outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(stopped.result().cost().forward() + rest.result().cost().forward())
        .isEqualTo(5 + 5 + 9 + 81);
  }

  @Test
  void withoutSnapshotsSaysHowToRecordThem() {
    Path without = train("without", Recording.DEFAULT);
    assertThatThrownBy(() -> measure(request(without.toString(), true), new Cancellation()))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE);
              assertThat(e.next()).contains("--snapshots");
            });
    assertThatThrownBy(() -> surface(without.toString(), "pca:1,2"))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE);
              assertThat(e.next()).contains("--snapshots");
            });
    assertThat(RunFolder.open(without).results()).isEmpty();
  }

  @Test
  void ofASingleSnapshotDoesNotExist() {
    assertThatThrownBy(() -> measure(request(run + "@4", true), new Cancellation()))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE));
  }
}
