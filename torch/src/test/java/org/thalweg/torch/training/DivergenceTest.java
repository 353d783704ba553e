package org.thalweg.torch.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Precision;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingRecord;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.NetworkSpecification;

class DivergenceTest {
  @ParameterizedTest
  @CsvSource({
    "SGD, FLOAT32, 1",
    "SGD, FLOAT64, 1",
    "MOMENTUM, FLOAT32, 1",
    "SGD, FLOAT32, 7",
    "NESTEROV, FLOAT64, 1000000"
  })
  void endsTheTrainingAndKeepsWhatWasRecorded(
      OptimizerKind kind, Precision precision, int recordEvery) {
    Recorder recorder = new Recorder();
    TrainingSpecification specification =
        TrainingSpecification.builder(
                NetworkSpecification.parse("mlp:8", Activation.GELU),
                OptimizerSpecification.of(kind, 1e6))
            .precision(precision)
            .batchSize(45)
            .epochs(1000)
            .recordEvery(Interval.steps(recordEvery))
            .snapshotEvery(Interval.steps(1))
            .checkpointEvery(Interval.steps(1))
            .build();

    TrainingResult result =
        new Trainer(specification, TestData.line(120))
            .train(recorder, ProgressListener.silent(), new Cancellation());

    List<TrainingRecord> records = result.history().records();
    assertThat(result.history().outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(records).isEqualTo(recorder.records);
    assertThat(records.size()).isGreaterThan(1);
    assertThat(records.get(records.size() - 1).trainLoss()).satisfies(DivergenceTest::notFinite);
    assertThat(records.subList(0, records.size() - 1))
        .allMatch(record -> Double.isFinite(record.trainLoss()));
    assertThat(result.end().step()).isLessThan(100);
    for (TrainingState checkpoint : recorder.checkpoints) {
      assertThat(Arrays.stream(checkpoint.theta().toDoubles()).allMatch(Double::isFinite)).isTrue();
    }
    for (double[] snapshot : recorder.snapshots) {
      assertThat(Arrays.stream(snapshot).allMatch(Double::isFinite)).isTrue();
    }
  }

  private static void notFinite(double value) {
    assertThat(Double.isFinite(value)).isFalse();
  }
}
