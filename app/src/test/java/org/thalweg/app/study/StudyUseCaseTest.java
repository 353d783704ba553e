package org.thalweg.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.app.HessianUseCase;
import org.thalweg.app.Measured;
import org.thalweg.app.TrainUseCase;
import org.thalweg.app.TrainedRun;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.TrainingRecord;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunLock;
import org.thalweg.study.design.Moment;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Study;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Observation.State;

/** Small studies from beginning to end. */
class StudyUseCaseTest {
  /** A page takes a second. */
  private static final StudyUseCase QUICK = new StudyUseCase((contents, out) -> {});

  @TempDir private Path folder = Path.of("");

  private StudyRequest request(Study study, String name, int workers) {
    return new StudyRequest(study, folder.resolve(name), workers, Map.of(), false);
  }

  private StudyOutcome run(Study study, String name) {
    return run(request(study, name, 2));
  }

  private static StudyOutcome run(StudyRequest request) {
    return QUICK.run(request, StudyListener.silent(), new Cancellation());
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** How often something was begun. */
  private long begun(String study, String part) {
    return text(study + "/log.csv")
        .lines()
        .filter(line -> line.endsWith(",begin," + part) || line.endsWith(",resume," + part))
        .count();
  }

  @Test
  void givesWhatTheSingleCommandsGive() {
    Study study = Studies.sine(List.of(4L, 5L));
    StudyOutcome outcome = run(study, "own");
    assertThat(outcome.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(outcome.observations().trials())
        .hasSize(4)
        .allMatch(trial -> trial.state() == State.COMPLETE && trial.note().isEmpty());
    assertThat(outcome.observations().pairs())
        .hasSize(2)
        .allMatch(pair -> pair.state() == State.COMPLETE)
        .allMatch(pair -> pair.value("distance") > 0);

    Observation trial = outcome.observations().trials().get(1);
    assertThat(trial.levels()).containsEntry("network", "wide");
    TrainedRun alone = trainAlone("mlp:8", 4);
    TrainingRecord last = alone.history().records().get(4);
    assertThat(trial.value("train_loss")).isEqualTo(last.trainLoss());
    assertThat(trial.value("test_loss")).isEqualTo(last.testLoss());
    assertThat(trial.value("gap")).isEqualTo(last.testLoss() - last.trainLoss());
    assertThat(trial.value("lambda_max")).isEqualTo(largest(alone.folder().toString()));
    assertThat(trial.value("lambda_init")).isEqualTo(largest(alone.folder() + "@step:0"));
  }

  private TrainedRun trainAlone(String network, long seed) {
    return new TrainUseCase()
        .trainOnly(
            new TrainRequest(
                "sine",
                network,
                "tanh",
                "auto",
                new OptimizerChoice(
                    OptimizerChoice.Method.SGD, OptionalDouble.of(0.05), OptionalDouble.empty(), 0),
                32,
                OptionalInt.of(64),
                OptionalLong.of(0),
                new StoppingRule.Epochs(4),
                new Recording(OptionalInt.empty(), true),
                Execution.of(seed, 2, "float32"),
                new Destination(Optional.of(folder.resolve("alone")), false)),
            ProgressListener.silent(),
            new Cancellation());
  }

  private static double largest(String model) {
    Measured measured =
        new HessianUseCase()
            .run(
                new HessianRequest(
                    new ProbeScope(
                        ModelReference.parse(model),
                        Sampling.DEFAULT,
                        Execution.of(4, 1, "float32"),
                        Destination.DEFAULT),
                    1,
                    model.contains("@") ? 0 : 1,
                    1e-3,
                    1000),
                ProgressListener.silent(),
                new Cancellation());
    return ((SpectrumResult) measured.result()).top().get(0).value();
  }

  @Test
  void endsWithAPage() {
    Study study = Studies.sine(List.of(1L));
    StudyOutcome outcome =
        new StudyUseCase()
            .run(request(study, "own", 2), StudyListener.silent(), new Cancellation());
    assertThat(outcome.conclusion().orElseThrow().page())
        .isEqualTo(folder.resolve("own/report.html"));
    assertThat(text("own/report.html")).contains("A small study").contains("narrow");
    assertThat(text("own/study.yaml")).isEqualTo(study.text());
    assertThat(text("own/study.json")).contains("\"quick\"").contains("sha256:");
    assertThat(text("own/cells.csv")).contains("lambda_max");
  }

  @Test
  void resultsDoNotDependOnTheWorkersAndNothingIsDoneTwice() {
    Study study = Studies.sine(List.of(1L, 2L));
    run(request(study, "one/own", 1));
    run(request(study, "two/own", 2));
    for (String table : List.of("trials.csv", "pairs.csv", "series.csv", "cells.csv")) {
      assertThat(text("one/own/" + table)).as(table).isEqualTo(text("two/own/" + table));
    }
    String before = text("two/own/trials.csv");
    run(request(study, "two/own", 2));
    assertThat(text("two/own/trials.csv")).isEqualTo(before);
    assertThat(begun("two/own", "training")).isEqualTo(4);
    assertThat(begun("two/own", "spectrum")).isEqualTo(4);
    assertThat(begun("two/own", "line")).isEqualTo(2);
  }

  @Test
  void aChangedStudyAndAnotherStudyUseWhatIsThere() {
    run(Studies.sine(List.of(1L, 2L)), "own");
    Study more = Studies.sine(List.of(1L, 2L, 3L));
    List<ProbePlan> probes = new ArrayList<>(more.probes());
    probes.add(Studies.probe("sharp", "sharpness", Moment.FINAL, Map.of("measure", "sam")));
    run(Studies.with(more, probes), "own");
    assertThat(begun("own", "training")).isEqualTo(6);
    assertThat(begun("own", "spectrum")).isEqualTo(6);
    assertThat(begun("own", "sharp")).isEqualTo(6);
    StudyOutcome other = run(Studies.sine(List.of(2L, 3L)), "other");
    assertThat(other.count(State.COMPLETE)).isEqualTo(4);
    assertThat(begun("other", "training")).isZero();
    assertThat(begun("other", "line")).isZero();
  }

  @Test
  void stoppedAnywhereItGoesOnToTheSameNumbers() {
    Study study = Studies.sine(List.of(1L, 2L));
    run(study, "undisturbed/own");
    int stops = 0;
    for (int after = 0; ; after += 1 + after) {
      Cancellation cancellation = new Cancellation();
      StudyOutcome outcome =
          QUICK.run(
              request(study, "stopped/own", 2), new StopAfter(after, cancellation), cancellation);
      if (outcome.outcome() != Outcome.CANCELLED) {
        break;
      }
      assertThat(outcome.conclusion()).isEmpty();
      stops++;
    }
    assertThat(stops).isGreaterThanOrEqualTo(2);
    for (String table : List.of("trials.csv", "pairs.csv", "series.csv")) {
      assertThat(text("stopped/own/" + table)).isEqualTo(text("undisturbed/own/" + table));
    }
  }

  /** Asks to stop at the n-th news. */
  private static final class StopAfter implements StudyListener {
    private final Cancellation cancellation;
    private int left;

    StopAfter(int left, Cancellation cancellation) {
      this.left = left;
      this.cancellation = cancellation;
    }

    @Override
    public void progress(StudyProgress progress) {
      if (left-- <= 0) {
        cancellation.request();
      }
    }

    @Override
    public void message(String line) {}
  }

  @Test
  void aProbeThatFailsIsRecordedAndTriedAgainOnRequestOnly() {
    Study study = Studies.sine(List.of(1L));
    List<ProbePlan> probes = new ArrayList<>(study.probes());
    probes.add(Studies.probe("audit", "audit", Moment.FINAL, Map.of())); // networks with tanh
    study = Studies.with(study, probes);
    StudyOutcome outcome = run(study, "own");
    assertThat(outcome.observations().trials())
        .allMatch(trial -> trial.state() == State.FAILED)
        .allMatch(trial -> trial.note().startsWith("audit: TW-4004"))
        .allMatch(trial -> trial.value("lambda_max") > 0);
    assertThat(begun("own", "audit")).isEqualTo(2);
    run(study, "own");
    assertThat(begun("own", "audit")).isEqualTo(2);
    run(new StudyRequest(study, folder.resolve("own"), 2, Map.of(), true));
    assertThat(begun("own", "audit")).isEqualTo(4);
    assertThat(begun("own", "training")).isEqualTo(2);
  }

  @Test
  void aTrainingThatDivergesIsDataAndDoesNotStopTheOthers() {
    Study study =
        Studies.study(
            List.of(Studies.cell("sound", "mlp:4", 0.05), Studies.cell("wild", "mlp:8", 1e25)),
            List.of(1L, 2L),
            Studies.sine(List.of(1L)).probes());
    StudyOutcome outcome = run(study, "own");
    assertThat(outcome.outcome()).isEqualTo(Outcome.CONVERGED);
    Observation sound = outcome.observations().trials().get(0);
    Observation wild = outcome.observations().trials().get(1);
    assertThat(sound.state()).isEqualTo(State.COMPLETE);
    assertThat(wild.state()).isEqualTo(State.FAILED);
    assertThat(wild.note()).startsWith("diverged at step ");
    assertThat(wild.value("lambda_max")).isNaN();
    assertThat(wild.value("lambda_init")).isPositive();
    assertThat(outcome.observations().pairs().get(1).state()).isEqualTo(State.FAILED);
    run(study, "own");
    assertThat(begun("own", "training")).isEqualTo(4);
  }

  @Test
  void aDamagedTrialFailsAlone() throws IOException {
    Study study = Studies.sine(List.of(1L));
    run(study, "own");
    Path trials = folder.resolve("trials");
    Path damaged = trials.resolve(study.trials().get(0).id());
    Files.writeString(damaged.resolve("manifest.json"), "");
    StudyOutcome outcome = run(study, "own");
    assertThat(outcome.observations().trials())
        .extracting(Observation::state)
        .containsExactly(State.FAILED, State.COMPLETE);
    assertThat(outcome.observations().trials().get(0).note()).contains("TW-5006");
    try (var files = Files.walk(damaged)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    Files.createDirectories(damaged);
    Files.writeString(damaged.resolve("notes.txt"), "of someone else");
    StudyOutcome foreign = run(new StudyRequest(study, folder.resolve("own"), 2, Map.of(), true));
    assertThat(foreign.observations().trials().get(0).note()).contains("TW-5002");
    assertThat(damaged.resolve("notes.txt")).exists();
  }

  @Test
  void onlySomeCells() {
    Study study = Studies.sine(List.of(1L, 2L));
    StudyOutcome outcome =
        run(
            new StudyRequest(
                study, folder.resolve("own"), 2, Map.of("network", Set.of("wide")), false));
    assertThat(outcome.observations().trials())
        .extracting(Observation::state)
        .containsExactly(State.PENDING, State.COMPLETE, State.PENDING, State.COMPLETE);
    assertThatThrownBy(
            () ->
                run(
                    new StudyRequest(
                        study, folder.resolve("own"), 2, Map.of("network", Set.of("big")), false)))
        .hasMessageContaining("narrow, wide")
        .hasMessageContaining("'big'");
    assertThat(run(study, "own").count(State.COMPLETE)).isEqualTo(4);
    assertThat(begun("own", "training")).isEqualTo(4);
  }

  @Test
  void twoProcessesDoNotShareAFolder() throws IOException {
    Files.createDirectories(folder.resolve("own"));
    try (RunLock lock = RunLock.acquire(folder.resolve("own"))) {
      assertThatThrownBy(() -> run(Studies.sine(List.of(1L)), "own"))
          .isInstanceOfSatisfying(
              ThalwegException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.RUN_FOLDER_BUSY));
    }
  }

  @Test
  void aTrialThatAnotherStudyWorksAtIsWaitedFor() throws Exception {
    Study study = Studies.sine(List.of(1L));
    run(study, "first");
    Path trial = folder.resolve("trials").resolve(study.trials().get(0).id());
    List<ProbePlan> more = new ArrayList<>(study.probes());
    more.add(Studies.probe("sharp", "sharpness", Moment.FINAL, Map.of("measure", "sam")));
    Thread second;
    try (var writer = RunFolder.openForWriting(trial)) {
      second = new Thread(() -> run(Studies.with(study, more), "second"));
      second.start();
      second.join(1500);
      assertThat(second.isAlive()).isTrue();
    }
    second.join(60_000);
    assertThat(begun("second", "sharp")).isEqualTo(2);
    assertThat(text("second/trials.csv")).contains("complete").doesNotContain("failed");
  }

  @Test
  void aDryRunCountsAndLeavesNothing() {
    Study study = Studies.sine(List.of(1L, 2L));
    StudyEstimate before = new StudyUseCase().estimate(request(study, "own", 2));
    assertThat(before.trainings()).isEqualTo(new StudyEstimate.Count(4, 0));
    assertThat(before.probes()).isEqualTo(new StudyEstimate.Count(16, 0));
    assertThat(before.paths()).isEqualTo(new StudyEstimate.Count(2, 0));
    assertThat(before.seconds()).isPositive();
    assertThat(before.bytes()).isPositive();
    assertThat(before.how()).hasSize(1);
    assertThat(folder).isEmptyDirectory();
    run(Studies.sine(List.of(1L)), "own");
    StudyEstimate after = new StudyUseCase().estimate(request(study, "own", 2));
    assertThat(after.trainings()).isEqualTo(new StudyEstimate.Count(4, 2));
    assertThat(after.probes()).isEqualTo(new StudyEstimate.Count(16, 8));
    assertThat(after.how()).isNotEmpty().first().asString().contains("finished trials");
  }
}
