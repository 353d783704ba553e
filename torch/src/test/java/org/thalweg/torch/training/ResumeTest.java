package org.thalweg.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.data.Dataset;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Precision;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingRecord;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.NetworkSpecification;

class ResumeTest {
  private static final Dataset DATA = TestData.halves(120, 6);

  @ParameterizedTest
  @CsvSource({
    "SGD, FLOAT32", "SGD, FLOAT64", "MOMENTUM, FLOAT32", "MOMENTUM, FLOAT64",
    "NESTEROV, FLOAT32", "NESTEROV, FLOAT64", "ADAM, FLOAT32", "ADAM, FLOAT64",
    "ADAMW, FLOAT32", "ADAMW, FLOAT64"
  })
  void fromAnyCheckpointEndsWithTheSameBits(OptimizerKind kind, Precision precision)
      throws IOException {
    // 90 samples in batches of 40: three steps each epoch, the last one smaller
    TrainingSpecification specification =
        builder(kind)
            .precision(precision)
            .batchSize(40)
            .epochs(3)
            .recordEvery(Interval.steps(2))
            .snapshotEvery(Interval.steps(2))
            .checkpointEvery(Interval.steps(1))
            .build();
    Trainer trainer = new Trainer(specification, DATA);
    Recorder whole = new Recorder();
    TrainingResult uninterrupted =
        trainer.train(whole, ProgressListener.silent(), new Cancellation());
    assertThat(whole.checkpoints).hasSize(9);

    for (TrainingState checkpoint : whole.checkpoints) {
      Recorder rest = new Recorder();
      TrainingResult resumed =
          trainer.resume(
              throughAFile(checkpoint), rest, ProgressListener.silent(), new Cancellation());

      assertThat(resumed.end().theta().toDoubles()).isEqualTo(uninterrupted.parameters());
      assertThat(resumed.history().outcome()).isEqualTo(Outcome.CONVERGED);
      assertSame(resumed.history().records(), uninterrupted.history().records());
      assertThat(rest.order)
          .isEqualTo(
              whole.order.subList(
                  whole.order.indexOf("checkpoint " + checkpoint.step()) + 1, whole.order.size()));
    }
  }

  @Test
  void afterACancellationInAnEpochEndsWithTheSameBits() {
    TrainingSpecification specification =
        builder(OptimizerKind.ADAM).batchSize(10).epochs(4).build();
    Trainer trainer = new Trainer(specification, DATA);
    TrainingResult uninterrupted =
        trainer.train(TrainingListener.silent(), ProgressListener.silent(), new Cancellation());

    Cancellation cancellation = new Cancellation();
    Recorder recorder = new Recorder();
    TrainingResult cancelled =
        trainer.train(
            recorder,
            (activity, done, total) -> {
              if (done == 13) {
                cancellation.request();
              }
            },
            cancellation);
    TrainingState last = recorder.checkpoints.get(recorder.checkpoints.size() - 1);
    TrainingResult resumed =
        trainer.resume(
            last, TrainingListener.silent(), ProgressListener.silent(), new Cancellation());

    assertThat(cancelled.history().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(cancelled.history().records()).hasSize(2);
    assertThat(last.step()).isEqualTo(13);
    assertThat(resumed.parameters()).isEqualTo(uninterrupted.parameters());
    assertSame(resumed.history().records(), uninterrupted.history().records());
    assertThat(resumed.end().seconds()).isGreaterThan(last.seconds());
    assertThat(resumed.history().cost().gradient())
        .isEqualTo(uninterrupted.history().cost().gradient());
  }

  @Test
  void beforeTheFirstStepIsPossible() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    Recorder recorder = new Recorder();
    Trainer trainer = new Trainer(builder(OptimizerKind.SGD).epochs(1).build(), DATA);

    TrainingResult cancelled = trainer.train(recorder, ProgressListener.silent(), cancellation);

    assertThat(cancelled.history().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(recorder.order).containsExactly("record 0", "checkpoint 0");
    assertThat(cancelled.parameters()).isEqualTo(trainer.network().initialize(0));
  }

  @Test
  void ofAFinishedTrainingDoesNothingUnlessItIsToGoOn() {
    Recorder recorder = new Recorder();
    new Trainer(builder(OptimizerKind.NESTEROV).epochs(2).build(), DATA)
        .train(recorder, ProgressListener.silent(), new Cancellation());
    TrainingState end = recorder.checkpoints.get(recorder.checkpoints.size() - 1);

    Recorder nothing = new Recorder();
    TrainingResult same =
        new Trainer(builder(OptimizerKind.NESTEROV).epochs(2).build(), DATA)
            .resume(end, nothing, ProgressListener.silent(), new Cancellation());
    TrainingResult longer =
        new Trainer(builder(OptimizerKind.NESTEROV).epochs(3).build(), DATA)
            .resume(end, TrainingListener.silent(), ProgressListener.silent(), new Cancellation());
    TrainingResult atOnce =
        new Trainer(builder(OptimizerKind.NESTEROV).epochs(3).build(), DATA)
            .train(TrainingListener.silent(), ProgressListener.silent(), new Cancellation());

    assertThat(nothing.order).isEmpty();
    assertThat(same.history().outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(same.parameters()).isEqualTo(end.theta().toDoubles());
    assertThat(longer.parameters()).isEqualTo(atOnce.parameters());
  }

  @Test
  void ofATrainingThatReachedItsAccuracyEndsAsItDid() {
    TrainingSpecification specification =
        builder(OptimizerKind.ADAM).batchSize(10).epochs(100).untilAccuracy(0.7).build();
    Recorder recorder = new Recorder();
    TrainingResult reached =
        new Trainer(specification, DATA)
            .train(recorder, ProgressListener.silent(), new Cancellation());
    TrainingState end = recorder.checkpoints.get(recorder.checkpoints.size() - 1);

    Recorder nothing = new Recorder();
    TrainingResult resumed =
        new Trainer(specification, DATA)
            .resume(end, nothing, ProgressListener.silent(), new Cancellation());

    assertThat(reached.history().outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(end.step()).isEqualTo(reached.end().step()).isLessThan(900);
    assertThat(resumed.history().outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(resumed.history().records()).isEqualTo(reached.history().records());
    assertThat(nothing.order).isEmpty();
  }

  @Test
  void refusesTheStateOfAnotherTraining() {
    Recorder recorder = new Recorder();
    new Trainer(builder(OptimizerKind.MOMENTUM).epochs(1).build(), DATA)
        .train(recorder, ProgressListener.silent(), new Cancellation());

    ThalwegException error =
        catchThrowableOfType(
            ThalwegException.class,
            () ->
                new Trainer(builder(OptimizerKind.ADAM).epochs(1).build(), DATA)
                    .resume(
                        recorder.checkpoints.get(0),
                        TrainingListener.silent(),
                        ProgressListener.silent(),
                        new Cancellation()));

    assertThat(error.code()).isEqualTo(ErrorCode.WEIGHTS_MISMATCH);
    assertThat(error.found()).contains("[momentum]");
    assertThat(error.expected()).contains("[first moment, second moment]");
  }

  @Test
  void refusesAnotherPrecisionWhichWouldNotGiveTheSameBits() {
    Recorder recorder = new Recorder();
    new Trainer(builder(OptimizerKind.SGD).epochs(1).build(), DATA)
        .train(recorder, ProgressListener.silent(), new Cancellation());
    Trainer wider =
        new Trainer(
            builder(OptimizerKind.SGD).epochs(1).precision(Precision.FLOAT64).build(), DATA);

    ThalwegException error =
        catchThrowableOfType(
            ThalwegException.class,
            () ->
                wider.resume(
                    recorder.checkpoints.get(0),
                    TrainingListener.silent(),
                    ProgressListener.silent(),
                    new Cancellation()));

    assertThat(error.code()).isEqualTo(ErrorCode.WEIGHTS_MISMATCH);
    assertThat(error.found()).contains("float32");
  }

  @Test
  void refusesArraysThatAreNoState() {
    ThalwegException error =
        catchThrowableOfType(
            ThalwegException.class,
            () ->
                TrainingState.of(Map.of("theta", NumericArray.of(new double[] {1}, 1)), List.of()));

    assertThat(error.code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
  }

  private static TrainingSpecification.Builder builder(OptimizerKind kind) {
    double rate = kind.name().startsWith("ADAM") ? 0.01 : 0.1;
    return TrainingSpecification.builder(
        NetworkSpecification.parse("mlp:8", Activation.RELU),
        OptimizerSpecification.of(kind, rate));
  }

  private static TrainingState throughAFile(TrainingState state) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Npz.write(state.arrays(), file);
    return TrainingState.of(
        Npz.read(new ByteArrayInputStream(file.toByteArray())), new ArrayList<>(state.records()));
  }

  private static void assertSame(List<TrainingRecord> actual, List<TrainingRecord> expected) {
    assertThat(Recorder.timeless(actual)).isEqualTo(Recorder.timeless(expected));
  }
}
