package org.thalweg.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.app.SharedDatasets;
import org.thalweg.execution.Cancellation;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Moment;
import org.thalweg.study.design.Place;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.QuantitySource;
import org.thalweg.study.design.SeriesPlan;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.TrainingPlan;

/** What is refused before anything runs, with the line of the study file. */
class StudyCheckTest {
  @TempDir private Path folder = Path.of("");

  private static final Place LINE = new Place("own.yaml", 42);

  private static void check(Study study) {
    new StudyCheck(study, new SharedDatasets()).require();
  }

  private static Study training(TrainingPlan plan) {
    return Studies.study(
        List.of(new Cell(Map.of("network", "a"), plan, LINE)), List.of(1L), List.of());
  }

  private static Study probe(ProbePlan probe, TrainingPlan plan) {
    return Studies.study(
        List.of(new Cell(Map.of("network", "a"), plan, LINE)), List.of(1L), List.of(probe));
  }

  private static TrainingPlan plan(String data, String network, boolean snapshots, int samples) {
    TrainingPlan usual = Studies.training(data, network, 0.1);
    return new TrainingPlan(
        usual.data(),
        usual.network(),
        usual.activation(),
        usual.loss(),
        usual.optimizer(),
        usual.learningRate(),
        usual.momentum(),
        usual.weightDecay(),
        usual.batch(),
        OptionalInt.of(samples),
        usual.epochs(),
        usual.untilAccuracy(),
        usual.recordEvery(),
        snapshots,
        usual.precision());
  }

  @Test
  void trainings() {
    assertThatThrownBy(() -> check(training(plan("sina", "mlp:4", true, 64))))
        .hasMessageContaining("TW-2001")
        .hasMessageContaining("own.yaml:42: ");
    assertThatThrownBy(() -> check(training(plan("sine", "mpl:4", true, 64))))
        .hasMessageContaining("TW-3001")
        .hasMessageContaining("own.yaml:42: ");
    assertThatThrownBy(() -> check(training(plan("sine", "cnn:4", true, 64))))
        .hasMessageContaining("TW-3001");
    assertThatThrownBy(() -> check(training(plan("sine", "mlp:4", true, 1_000_000))))
        .hasMessageContaining("samples at most the ")
        .hasMessageContaining("1,000,000");
  }

  @Test
  void probes() {
    TrainingPlan small = plan("sine", "mlp:1", true, 64); // 2·1 + 1 + 1 + 1 weights
    assertThatThrownBy(
            () ->
                check(
                    probe(
                        Studies.probe("spectrum", "hessian", Moment.FINAL, Map.of("top", 50)),
                        small)))
        .hasMessageContaining("own.yaml:11: 50 in probe 'spectrum'")
        .hasMessageContaining("eigenvalues");
    assertThatThrownBy(
            () ->
                check(
                    probe(
                        Studies.probe("slice", "slice", Moment.FINAL, Map.of("samples", 65)),
                        small)))
        .hasMessageContaining("at most the 64 samples of the train split of a");
    TrainingPlan without = plan("sine", "mlp:4", false, 64);
    assertThatThrownBy(
            () ->
                check(probe(Studies.probe("path", "trajectory", Moment.FINAL, Map.of()), without)))
        .hasMessageContaining("own.yaml:10: none, for a in probe 'path'")
        .hasMessageContaining("snapshots: true");
    assertThatThrownBy(
            () ->
                check(
                    probe(
                        Studies.probe("path", "trajectory", Moment.INITIAL, Map.of()),
                        plan("sine", "mlp:4", true, 64))))
        .hasMessageContaining("the whole training");
  }

  @Test
  void quantities() {
    assertQuantity(new QuantitySource.FromTraining("final-loss"), "final-train-loss");
    assertQuantity(new QuantitySource.FromValues("spectrm", "/top"), "[spectrum, spectrum_init");
    assertQuantity(new QuantitySource.FromValues("spectrum", "top"), "begin it with a slash");
    assertQuantity(new QuantitySource.FromMeasurement("spectrm", "λ"), "'spectrm'");
    assertQuantity(new QuantitySource.FromFormula("test_los - 1"), "test_los");
    assertQuantity(new QuantitySource.FromFormula("broken + 1"), "broken → broken");
    assertQuantity(new QuantitySource.FromFormula("distance + 1"), "distance"); // of pairs
  }

  private static void assertQuantity(QuantitySource source, String message) {
    Study study = Studies.sine(List.of(1L));
    List<Quantity> quantities = new ArrayList<>(study.quantities());
    quantities.add(Studies.quantity("broken", false, source));
    Study broken = Studies.with(study, quantities, study.series());
    assertThatThrownBy(() -> check(broken))
        .hasMessageContaining(message)
        .hasMessageContaining("own.yaml:7");
  }

  @Test
  void series() {
    Study study = Studies.sine(List.of(1L));
    assertThatThrownBy(
            () ->
                check(
                    Studies.with(
                        study,
                        study.quantities(),
                        List.of(new SeriesPlan("s", "s", "", false, "slice", "loss")))))
        .hasMessageContaining("the name of a trajectory probe");
    assertThatThrownBy(
            () ->
                check(
                    Studies.with(
                        study,
                        study.quantities(),
                        List.of(new SeriesPlan("s", "s", "", false, "training", "loss")))))
        .hasMessageContaining("trainAccuracy, trainLoss");
  }

  @Test
  void aRefusalLeavesNothing() {
    StudyRequest request =
        new StudyRequest(
            training(plan("sina", "mlp:4", true, 64)), folder.resolve("own"), 1, Map.of(), false);
    assertThatThrownBy(
            () -> new StudyUseCase().run(request, StudyListener.silent(), new Cancellation()))
        .hasMessageContaining("TW-2001");
    assertThat(folder).isEmptyDirectory();
  }
}
