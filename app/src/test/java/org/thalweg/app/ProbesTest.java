package org.thalweg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.CurvatureChoice;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.ReportRequest;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.direction.Direction;
import org.thalweg.direction.Plane;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Estimate;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Outcome;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SpectrumResult;
import org.thalweg.store.RunFolder;
import org.thalweg.store.StoredResult;

/** Probes of a small trained network: directions, destinations, interruptions. */
class ProbesTest {
  @TempDir private static Path folder = Path.of("");

  private static Path run = Path.of("");

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    TrainRequest request =
        new TrainRequest(
            "digits",
            "mlp:6",
            TrainRequest.DEFAULT_ACTIVATION,
            TrainRequest.DEFAULT_LOSS,
            OptimizerChoice.DEFAULT,
            64,
            OptionalInt.of(200),
            new StoppingRule.Epochs(1),
            Recording.DEFAULT,
            Execution.of(1, 1, "float64"),
            new Destination(Optional.of(run), false));
    new TrainUseCase().train(request, ProgressListener.silent(), new Cancellation());
  }

  private static Opening opening(long seed, Destination destination, int eigenvalues) {
    return new Opening(scope(seed, destination), eigenvalues, false);
  }

  private static ProbeScope scope(long seed, Destination destination) {
    return new ProbeScope(
        ModelReference.parse(run.toString()),
        new Sampling(Split.TRAIN, OptionalInt.of(50), 0),
        Execution.of(seed, 1, "float64"),
        destination);
  }

  private static ProbeSession session(long seed) {
    return ProbeSession.open(
        opening(seed, new Destination(Optional.of(folder.resolve("results")), false), 1),
        ProgressListener.silent(),
        new Cancellation());
  }

  private static SliceRequest slice(DirectionChoice direction, Destination destination) {
    return new SliceRequest(
        scope(0, destination), direction, NormalizationChoice.NONE, new AxisRange(-1e-2, 1e-2), 3);
  }

  private static Destination to(String name) {
    return new Destination(Optional.of(folder.resolve(name)), false);
  }

  @Test
  void randomDirectionsAreDrawnFromTheSeedAndScaledToTheFilters() {
    double[] first;
    try (ProbeSession session = session(3)) {
      Directions directions = new Directions(session, NormalizationChoice.FILTER);
      Plane plane = directions.plane(new PlaneChoice.Random());
      first = directions.line(new DirectionChoice.Random()).toArray();
      assertThat(plane.first().toArray()).isEqualTo(first);
      assertThat(Math.abs(plane.cosine())).isLessThan(0.5);
      double[] weights = session.model().weights();
      assertThat(norm(first, 0, 64)).isCloseTo(norm(weights, 0, 64), within(1e-9));
      assertThat(norm(first, 64 * 6, 6)).as("biases").isZero();
      assertThat((List<?>) directions.facts().get("directionHashes"))
          .isEqualTo(List.of(WeightsHash.of(first)));
    }
    try (ProbeSession session = session(4)) {
      Direction other =
          new Directions(session, NormalizationChoice.FILTER).line(new DirectionChoice.Random());
      assertThat(other.toArray()).isNotEqualTo(first);
    }
  }

  @Test
  void eigenvectorsAreThoseOfTheSpectrum() {
    HessianRequest request = new HessianRequest(scope(0, to("eigen")), 2, 1, 1e-6, 1000);
    SpectrumResult spectrum =
        (SpectrumResult)
            new HessianUseCase()
                .run(request, ProgressListener.silent(), new Cancellation())
                .result();
    for (int rank : new int[] {1, -1}) {
      Measured measured =
          new SliceUseCase()
              .run(
                  slice(new DirectionChoice.Eigenvector(rank), to("eigen")),
                  ProgressListener.silent(),
                  new Cancellation());
      SliceResult line = (SliceResult) measured.result();
      double curvature = (line.loss().get(0) - 2 * line.loss().get(1) + line.loss().get(2)) / 1e-4;
      double expected = (rank > 0 ? spectrum.top() : spectrum.bottom()).get(0).value();
      // A ReLU network is not smooth: its kinks are why this is no equality.
      assertThat(curvature).isCloseTo(expected, within(0.05 * Math.abs(expected) + 1e-3));
      assertThat(measured.stored().provenance().specification())
          .containsKeys("eigenvalues", "residuals", "directionProducts");
    }
  }

  @Test
  void errorsOverSamplesStandBesideResiduals() {
    CurvatureChoice choice =
        new CurvatureChoice(
            "hessian",
            CurvatureChoice.ALL,
            "lanczos",
            true,
            "hutch++",
            false,
            false,
            true,
            OptionalInt.of(20),
            OptionalDouble.empty());
    Measured measured =
        new HessianUseCase()
            .run(
                new HessianRequest(scope(0, to("errors")), 2, 0, 1e-3, 1000, choice),
                ProgressListener.silent(),
                new Cancellation());
    SpectrumResult result = (SpectrumResult) measured.result();
    assertThat(result.top())
        .allMatch(one -> one.standardError() > 0 && one.standardError() < one.value());
    assertThat(result.trace().orElseThrow().samplingError()).isPositive();
    assertThat(measured.stored().provenance().specification())
        .containsEntry("samplingErrorGroups", 20);
    assertThat(RunFolder.open(to("errors").folder().orElseThrow()).contents().results())
        .extracting(StoredResult::result)
        .contains(result);
  }

  @Test
  void allPartsOfASpectrumComeInOneResultThatIsReadBack() {
    CurvatureChoice everything =
        new CurvatureChoice(
            "ggn",
            CurvatureChoice.EACH_LAYER,
            "lanczos",
            true,
            "hutch++",
            true,
            true,
            false,
            OptionalInt.of(40),
            OptionalDouble.of(0.2));
    Measured measured =
        new HessianUseCase()
            .run(
                new HessianRequest(scope(0, to("curvature")), 2, 1, 1e-3, 1000, everything),
                ProgressListener.silent(),
                new Cancellation());
    SpectrumResult result = (SpectrumResult) measured.result();
    assertThat(result.spectrum().size()).isEqualTo(result.dimension());
    assertThat(result.layers()).isNotEmpty();
    double sum = result.spectrum().stream().sum();
    Estimate trace = result.trace().orElseThrow().trace();
    assertThat(trace.value()).isCloseTo(sum, within(5 * trace.standardError() + 1e-6));
    assertThat(result.density().orElseThrow().quadratures()).hasSize(10);
    assertThat(RunFolder.open(to("curvature").folder().orElseThrow()).contents().results())
        .extracting(StoredResult::result)
        .contains(result);
    assertThat(measured.stored().provenance().specification())
        .containsEntry("matrix", "ggn")
        .containsEntry("mostProbes", 40)
        .containsEntry("densityProbes", 10);
  }

  @Test
  void aStopBeforeTheEigenvectorsAreFoundIsToldAsOne() {
    Cancellation stopped = new Cancellation();
    stopped.request();
    assertCode(
        ErrorCode.CANCELLED,
        () ->
            new SliceUseCase()
                .run(
                    slice(new DirectionChoice.Eigenvector(1), to("stopped")),
                    ProgressListener.silent(),
                    stopped));
  }

  @Test
  void aStoppedGridIsNotStoredAndGoesOn() {
    Cancellation stopped = new Cancellation();
    stopped.request();
    SliceRequest request = slice(new DirectionChoice.Gradient(), to("grid"));
    Measured none = new SliceUseCase().run(request, ProgressListener.silent(), stopped);
    assertThat(none.result().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(RunFolder.open(folder.resolve("grid")).results()).isEmpty();
    assertThat(folder.resolve("grid/report.html")).doesNotExist();

    Measured all = new SliceUseCase().run(request, ProgressListener.silent(), new Cancellation());

    assertThat(all.result().outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(all.stored().id()).isEqualTo(none.stored().id());
    assertThat(folder.resolve("grid/report.html")).isNotEmptyFile();
  }

  @Test
  void nothingIsMadeForWhatIsRefused() {
    assertCode(
        ErrorCode.DIMENSION_MISMATCH,
        () ->
            ProbeSession.open(
                opening(0, to("refused"), 461), ProgressListener.silent(), new Cancellation()));
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  @Test
  void resultsNeitherReplaceTheModelNorJoinAnother() {
    assertCode(ErrorCode.CONFLICTING_OPTIONS, () -> open(new Destination(Optional.empty(), true)));
    assertCode(ErrorCode.CONFLICTING_OPTIONS, () -> open(new Destination(Optional.of(run), true)));
    try (var other = RunFolder.create(folder.resolve("other"), "another", "1", false)) {
      other.training().start(RunFolder.open(run).training().orElseThrow().provenance());
    }
    assertCode(ErrorCode.FILE_EXISTS, () -> open(to("other")));
    assertCode(
        ErrorCode.FILE_EXISTS,
        () -> open(new Destination(Optional.of(folder.resolve("other")), true)));
    assertThat(RunFolder.open(run).weights()).isNotEmpty();
  }

  private static ProbeSession open(Destination destination) {
    return ProbeSession.open(
        opening(0, destination, 1), ProgressListener.silent(), new Cancellation());
  }

  /** The numbers come first: whatever happens to the drawing, they are stored. */
  @Test
  void aReportThatCannotBeWrittenLosesNoNumber() throws IOException {
    Path results = folder.resolve("undrawn");
    try (var empty = RunFolder.create(results, "title", "1", false)) {
      Files.createDirectories(empty.path().resolve("report.html/in-the-way"));
    }
    assertThatThrownBy(
            () ->
                new SliceUseCase()
                    .run(
                        slice(new DirectionChoice.Random(), to("undrawn")),
                        ProgressListener.silent(),
                        new Cancellation()))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("The numbers are safe in " + results)
        .hasMessageContaining("thalweg report " + results);
    assertThat(RunFolder.open(results).result("slice").result().outcome())
        .isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void aReportElsewhereReplacesNoneUnasked() {
    Path page = new ReportUseCase().run(new ReportRequest(run, to("page")));
    assertThat(page).isNotEmptyFile();
    assertCode(
        ErrorCode.FILE_EXISTS, () -> new ReportUseCase().run(new ReportRequest(run, to("page"))));
    Destination forced = new Destination(Optional.of(folder.resolve("page")), true);
    assertThat(new ReportUseCase().run(new ReportRequest(run, forced))).isEqualTo(page);
  }

  @Test
  void whatIsKnownIsFoundByItsFingerprint() {
    Opening reusing = new Opening(scope(0, to("known")), 1, true);
    for (int round = 0; round < 2; round++) {
      try (ProbeSession session =
          ProbeSession.open(reusing, ProgressListener.silent(), new Cancellation())) {
        GradientRequest request = GradientRequest.of(scope(0, to("known")));
        assertThat(GradientUseCase.measure(session, request).stored().id()).isEqualTo("gradient");
        assertThat(session.provenance("gradient", Map.of("more", 1), Map.of()).specification())
            .containsEntry("samples", 50);
      }
    }
    assertThat(RunFolder.open(folder.resolve("known")).results()).hasSize(1);
  }

  @Test
  void theNoiseOfTheGradientAndWhereItPoints() throws IOException {
    GradientRequest request =
        new GradientRequest(
            scope(0, to("noise")), true, Optional.of(new GradientRequest.Step(0.5, 10)), 2);
    Measured measured =
        new GradientUseCase().run(request, ProgressListener.silent(), new Cancellation());
    GradientResult result = (GradientResult) measured.result();
    GradientNoise noise = result.noise().orElseThrow();
    assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(noise.samples()).isEqualTo(50);
    assertThat(noise.norm().value()).isCloseTo(result.norm(), within(1e-12));
    double trace = noise.covarianceTrace().value();
    assertThat(noise.noiseScale().value())
        .isCloseTo(trace / (result.norm() * result.norm()), within(1e-9 * trace));
    assertThat(noise.step().orElseThrow().temperature().value())
        .isCloseTo(0.05 * trace, within(1e-12));
    assertThat(result.overlap().orElseThrow().share().value()).isBetween(0.0, 1.0);
    // Norms in blocks; the gradient itself for loss, noise and overlap.
    assertThat(result.cost().gradient()).isEqualTo(4);
    assertThat(RunFolder.open(folder.resolve("noise")).result("gradient").result())
        .isEqualTo(result);
    assertThat(Files.readString(folder.resolve("noise/report.html")))
        .contains("noise scale", "in the top 2 eigenvectors");
  }

  @Test
  void anInterruptedGradientIsNotStored() {
    Cancellation cancellation = new Cancellation();
    GradientRequest request =
        new GradientRequest(scope(0, to("stopped gradient")), true, Optional.empty(), 0);
    Measured measured =
        new GradientUseCase()
            .run(request, (activity, done, total) -> cancellation.request(), cancellation);
    assertThat(measured.result().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(folder.resolve("stopped gradient/results/gradient.json")).doesNotExist();
  }

  private static void assertCode(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ThalwegException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static double norm(double[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }
}
