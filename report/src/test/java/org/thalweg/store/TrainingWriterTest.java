package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;

class TrainingWriterTest {
  private static final Cost COST = new Cost(5, 6, 7, 8.5);

  @TempDir Path run;
  private RunWriter writer;
  private RunFolder folder;

  @BeforeEach
  void create() {
    writer = RunFolder.create(run, "t", "v", false);
    folder = writer.folder();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void isReadBackAsItWasWritten() {
    writer.training().start(Examples.provenance());
    records(0, 4).forEach(writer.training()::record);
    writer.training().finish(Outcome.CONVERGED, COST);

    assertThat(folder.training())
        .contains(
            new StoredTraining(
                new TrainingHistory(records(0, 4), Outcome.CONVERGED, COST),
                Examples.provenance()));
  }

  @Test
  void aWholeTrainingCanBeStoredAtOnce() {
    StoredTraining training =
        new StoredTraining(
            new TrainingHistory(records(0, 2), Outcome.NON_FINITE, COST), Examples.provenance());

    writer.training().store(training);

    assertThat(folder.training()).contains(training);
    assertThat(folder.contents().training()).contains(training);
  }

  @Test
  void aTrainingThatIsNotFinishedIsCancelled() {
    writer.training().start(Examples.provenance());
    writer.training().record(Examples.record(0));

    TrainingHistory history = folder.training().orElseThrow().history();

    assertThat(history.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(history.records()).containsExactly(Examples.record(0));
  }

  @Test
  void theTableIsForEveryone() throws IOException {
    writer.training().start(Examples.provenance());
    writer.training().record(new TrainingRecord(938, 1, 0.5, 0.25, 2, Double.NaN, 1e-5, 0.1, 3));

    assertThat(Files.readString(run.resolve("tables/training.csv")))
        .isEqualTo(
            "step,epoch,trainLoss,trainAccuracy,testLoss,testAccuracy,gradientNorm,learningRate,"
                + "seconds\n938,1.0,0.5,0.25,2.0,NaN,1.0E-5,0.1,3.0\n");
  }

  @Test
  void aTornLineIsNotRead() throws IOException {
    writer.training().start(Examples.provenance());
    Path table = run.resolve("tables/training.csv");
    int header = (int) Files.size(table);
    records(0, 3).forEach(writer.training()::record);
    String whole = Files.readString(table);
    for (int length = header; length <= whole.length(); length++) {
      String cut = whole.substring(0, length);
      Files.writeString(table, cut);
      long lines = cut.chars().filter(c -> c == '\n').count() - 1;

      assertThat(folder.training().orElseThrow().history().records()).isEqualTo(records(0, lines));
    }
  }

  @Test
  void resumingDropsWhatCameAfterTheCheckpoint() throws IOException {
    writer.training().start(Examples.provenance());
    for (TrainingRecord record : records(0, 5)) {
      writer.training().record(record);
      writer
          .training()
          .storeSnapshot(
              new Snapshot(record.step(), record.epoch()),
              Examples.weights((double) record.step()));
    }
    Files.writeString(
        run.resolve("tables/training.csv"), "5,0.1,0.", java.nio.file.StandardOpenOption.APPEND);
    writer.close();

    writer = RunFolder.openForWriting(run);
    writer.training().resume(2);
    assertThat(folder.snapshots()).extracting(Snapshot::step).containsExactly(0L, 1L, 2L);
    records(3, 5).forEach(writer.training()::record);
    writer.training().finish(Outcome.CONVERGED, COST);

    assertThat(folder.training().orElseThrow().history().records()).isEqualTo(records(0, 5));
    assertThat(folder.training().orElseThrow().provenance()).isEqualTo(Examples.provenance());
  }

  @Test
  void weightsAreTheFinalOnesOrElseThoseOfTheCheckpoint() {
    Map<String, NumericArray> state =
        Map.of(
            "momentum",
            NumericArray.of(new float[] {1, 2}, 2),
            "step",
            NumericArray.of(new long[] {7}));
    writer.training().start(Examples.provenance());
    writer.training().storeCheckpoint(new Checkpoint(Examples.weights(1), state));
    assertWeights(folder.weights(), 1);
    writer.training().storeCheckpoint(new Checkpoint(Examples.weights(2), state));
    assertWeights(folder.weights(), 2);
    Checkpoint checkpoint = folder.checkpoint().orElseThrow();
    assertWeights(checkpoint.weights(), 2);
    assertThat(checkpoint.state()).containsOnlyKeys("momentum", "step");
    assertThat(Examples.array(checkpoint.state(), "step").toDoubles()).containsExactly(7);
    assertThat(Examples.array(checkpoint.state(), "momentum").toDoubles()).containsExactly(1, 2);

    writer.training().storeFinalWeights(Examples.weights(3));
    assertWeights(folder.weights(), 3);
    assertWeights(folder.weights(RunReference.parse(run.toString())), 3);

    writer.training().start(Examples.provenance());
    assertThat(folder.checkpoint()).isEmpty();
  }

  @Test
  void snapshotsAreFoundByStepAndEpoch() {
    writer.training().start(Examples.provenance());
    for (long step : new long[] {1876, 938, 0, 938}) {
      writer
          .training()
          .storeSnapshot(new Snapshot(step, step / 938.0), Examples.weights((double) step));
    }

    assertThat(folder.snapshots())
        .containsExactly(new Snapshot(0, 0), new Snapshot(938, 1), new Snapshot(1876, 2));
    assertThat(run.resolve("weights/snapshots/step-00000938.npz")).exists();
    assertWeights(folder.weights(RunReference.parse(run + "@1")), 938);
    assertWeights(folder.weights(RunReference.parse(run + "@1876")), 1876);
  }

  private static void assertWeights(Map<String, NumericArray> weights, double value) {
    assertThat(weights.keySet()).containsExactly("layer2.weight", "layer1.bias");
    assertThat(Examples.array(weights, "layer2.weight").shape()).containsExactly(2, 2);
    assertThat(Examples.array(weights, "layer2.weight").toDoubles())
        .containsExactly(value, Double.NaN, -0.0, 1e-310);
    assertThat(Examples.array(weights, "layer1.bias").toDoubles()).containsExactly(value);
  }

  private static List<TrainingRecord> records(long from, long to) {
    return LongStream.range(from, to).mapToObj(Examples::record).toList();
  }
}
