package org.thalweg.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.data.Dataset;
import org.thalweg.data.Datasets;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingRecord;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.engine.NativeMemory;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.NetworkSpecification;

class TrainerTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 90, 1000})
  void takesTheStepsOfPlainGradientDescent(int batchSize) {
    Dataset line = TestData.line(120);
    TrainingSpecification specification =
        builder("mlp", OptimizerKind.SGD, 0.05)
            .precision(Precision.FLOAT64)
            .batchSize(batchSize)
            .epochs(3)
            .seed(5)
            .build();
    Trainer trainer = new Trainer(specification, line);

    double[] expected =
        leastSquares(trainer.network().initialize(5), line.train(), batchSize, 3, 0.05, 5);

    RelativeError.atMost(1e-13, "weights", train(trainer).parameters(), expected);
  }

  @Test
  void recordsWhatThePlainFormulasGive() {
    Dataset line = TestData.line(120);
    Recorder recorder = new Recorder();
    Trainer trainer =
        new Trainer(
            builder("mlp", OptimizerKind.SGD, 0.05)
                .precision(Precision.FLOAT64)
                .batchSize(40)
                .epochs(2)
                .snapshotEvery(Interval.epochs(1))
                .build(),
            line);
    trainer.train(recorder, ProgressListener.silent(), new Cancellation());

    assertThat(recorder.records).extracting(TrainingRecord::step).containsExactly(0L, 3L, 6L);
    assertThat(recorder.records).extracting(TrainingRecord::epoch).containsExactly(0.0, 1.0, 2.0);
    for (int i = 0; i < 3; i++) {
      TrainingRecord record = recorder.records.get(i);
      double[] theta = recorder.snapshots.get(i);
      double[] gradient = gradient(theta, line.train(), all(line.train()));
      RelativeError.atMost(1e-13, "train loss", record.trainLoss(), loss(theta, line.train()));
      RelativeError.atMost(1e-13, "test loss", record.testLoss(), loss(theta, line.test()));
      RelativeError.atMost(1e-13, "gradient norm", record.gradientNorm(), norm(gradient));
      assertThat(record.learningRate()).isEqualTo(0.05);
      assertThat(record.trainAccuracy()).isNaN();
    }
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void learnsDigits(OptimizerKind kind) {
    double rate = kind == OptimizerKind.SGD ? 0.5 : kind.name().startsWith("A") ? 0.01 : 0.1;
    Trainer trainer =
        new Trainer(
            builder("mlp:32", kind, rate).batchSize(32).epochs(12).build(),
            Datasets.open("digits"));

    TrainingResult result = train(trainer);

    TrainingRecord last = last(result);
    assertThat(result.history().outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(last.testAccuracy()).isGreaterThan(0.9);
    assertThat(last.trainAccuracy()).isGreaterThan(0.95);
    assertThat(last.trainLoss()).isLessThan(result.history().records().get(0).trainLoss() / 5);
    assertThat(result.history().records().get(0).trainLoss()).isBetween(2.0, 2.7);
  }

  @Test
  void learnsImages() {
    Trainer trainer =
        new Trainer(
            builder("rescnn:4,4", OptimizerKind.ADAM, 0.01).batchSize(50).epochs(4).build(),
            TestData.halves(600, 8));

    assertThat(last(train(trainer)).testAccuracy()).isGreaterThan(0.95);
  }

  @Test
  void stopsAtTheAccuracyThatWasAskedFor() {
    TrainingSpecification.Builder builder =
        builder("mlp:32", OptimizerKind.ADAM, 0.01)
            .batchSize(32)
            .recordEvery(Interval.steps(5))
            .snapshotEvery(Interval.epochs(1));

    Recorder recorder = new Recorder();
    TrainingResult reached =
        new Trainer(builder.epochs(50).untilAccuracy(0.85).build(), Datasets.open("digits"))
            .train(recorder, ProgressListener.silent(), new Cancellation());
    TrainingResult missed =
        train(new Trainer(builder.epochs(1).untilAccuracy(1).build(), Datasets.open("digits")));

    assertThat(reached.history().outcome()).isEqualTo(Outcome.CONVERGED);
    List<TrainingRecord> records = reached.history().records();
    assertThat(records.subList(0, records.size() - 1))
        .allMatch(record -> record.testAccuracy() < 0.85);
    assertThat(last(reached).testAccuracy()).isGreaterThanOrEqualTo(0.85);
    assertThat(recorder.snapshotSteps).endsWith(last(reached).step());
    assertThat(recorder.checkpoints.get(recorder.checkpoints.size() - 1).step())
        .isEqualTo(last(reached).step());
    assertThat(missed.history().outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(missed.end().step()).isEqualTo(41);
  }

  @Test
  void handsOutEverythingInOrder() {
    Recorder recorder = new Recorder();
    new Trainer(
            builder("mlp", OptimizerKind.SGD, 0.05)
                .batchSize(30)
                .epochs(3)
                .recordEvery(Interval.epochs(2))
                .snapshotEvery(Interval.steps(2))
                .checkpointEvery(Interval.steps(4))
                .build(),
            TestData.line(120))
        .train(recorder, ProgressListener.silent(), new Cancellation());

    assertThat(recorder.order)
        .containsExactly(
            "record 0",
            "snapshot 0",
            "snapshot 2",
            "snapshot 4",
            "checkpoint 4",
            "record 6",
            "snapshot 6",
            "snapshot 8",
            "checkpoint 8",
            "record 9",
            "snapshot 9",
            "checkpoint 9");
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void doesNotDependOnTheNumberOfWorkers(Precision precision) {
    Dataset data = TestData.halves(400, 8);
    TrainingSpecification.Builder builder =
        builder("cnn:4,4", OptimizerKind.MOMENTUM, 0.05)
            .precision(precision)
            .batchSize(140)
            .epochs(2);

    TrainingResult one = train(new Trainer(builder.workers(1).build(), data));

    for (int workers : new int[] {2, 3, 8}) {
      TrainingResult several = train(new Trainer(builder.workers(workers).build(), data));
      assertThat(several.parameters()).isEqualTo(one.parameters());
      assertThat(Recorder.timeless(several.history().records()))
          .isEqualTo(Recorder.timeless(one.history().records()));
    }
  }

  @Test
  void refusesALossThatDoesNotFitTheTargets() {
    Trainer trainer =
        new Trainer(
            builder("mlp:4", OptimizerKind.SGD, 0.1).loss("mse").build(), Datasets.open("digits"));

    ThalwegException error = catchThrowableOfType(ThalwegException.class, () -> train(trainer));

    assertThat(error.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH);
    assertThat(error.next()).contains("cross-entropy");
  }

  @Test
  void takesTheLossThatFits() {
    TrainingSpecification specification = builder("mlp:4", OptimizerKind.SGD, 0.1).build();

    assertThat(new Trainer(specification, Datasets.open("digits")).loss().name())
        .isEqualTo("cross-entropy");
    assertThat(new Trainer(specification, TestData.line(12)).loss().name()).isEqualTo("mse");
  }

  @Test
  void dependsOnTheSeed() {
    TrainingSpecification.Builder builder = builder("mlp:3", OptimizerKind.SGD, 0.05).epochs(1);
    Dataset data = TestData.line(120);

    double[] first = train(new Trainer(builder.seed(1).build(), data)).parameters();

    assertThat(train(new Trainer(builder.seed(1).build(), data)).parameters()).isEqualTo(first);
    assertThat(train(new Trainer(builder.seed(2).build(), data)).parameters()).isNotEqualTo(first);
  }

  @Test
  void keepsNativeMemoryFlat() {
    Dataset data = TestData.halves(256, 8);
    TrainingSpecification.Builder builder =
        builder("rescnn:4,4", OptimizerKind.ADAM, 0.001).batchSize(64).workers(2);
    train(new Trainer(builder.epochs(2).build(), data));
    long before = NativeMemory.now().liveObjects();

    long[] during = new long[1];
    new Trainer(builder.epochs(150).recordEvery(Interval.epochs(50)).build(), data)
        .train(
            TrainingListener.silent(),
            (activity, done, total) -> {
              if (done == 10) {
                during[0] = NativeMemory.now().liveObjects();
              }
              if (done > 10 && done < total) {
                assertThat(NativeMemory.now().liveObjects()).isLessThan(during[0] + 10);
              }
            },
            new Cancellation());

    assertThat(during[0]).isPositive();
    assertThat(NativeMemory.now().liveObjects()).isLessThan(before + 10);
  }

  private static TrainingSpecification.Builder builder(
      String network, OptimizerKind kind, double rate) {
    return TrainingSpecification.builder(
        NetworkSpecification.parse(network, Activation.RELU),
        OptimizerSpecification.of(kind, rate));
  }

  private static TrainingResult train(Trainer trainer) {
    return trainer.train(TrainingListener.silent(), ProgressListener.silent(), new Cancellation());
  }

  private static TrainingRecord last(TrainingResult result) {
    List<TrainingRecord> records = result.history().records();
    return records.get(records.size() - 1);
  }

  /** The same training in plain Java: f = w₁x₁ + w₂x₂ + b, squared error. */
  private static double[] leastSquares(
      double[] start, Samples samples, int batchSize, int epochs, double rate, long seed) {
    double[] theta = start.clone();
    for (int epoch = 0; epoch < epochs; epoch++) {
      int[] order = RandomStream.of(seed, "batch order", epoch).permutation(samples.count());
      for (int at = 0; at < order.length; at += batchSize) {
        int[] batch = Arrays.copyOfRange(order, at, Math.min(at + batchSize, order.length));
        double[] gradient = gradient(theta, samples, batch);
        for (int i = 0; i < 3; i++) {
          theta[i] -= rate * gradient[i];
        }
      }
    }
    return theta;
  }

  private static double[] gradient(double[] theta, Samples samples, int[] batch) {
    double[] gradient = new double[3];
    for (int sample : batch) {
      double[] x = point(samples, sample);
      double slope = 2 * (theta[0] * x[0] + theta[1] * x[1] + theta[2] - x[2]) / batch.length;
      gradient[0] += slope * x[0];
      gradient[1] += slope * x[1];
      gradient[2] += slope;
    }
    return gradient;
  }

  private static double loss(double[] theta, Samples samples) {
    double sum = 0;
    for (int sample : all(samples)) {
      double[] x = point(samples, sample);
      double error = theta[0] * x[0] + theta[1] * x[1] + theta[2] - x[2];
      sum += error * error;
    }
    return sum / samples.count();
  }

  /** x₁, x₂, y. */
  private static double[] point(Samples samples, int sample) {
    float[] values = new float[3];
    samples.features(sample, values, 0);
    ((Targets.Reals) samples.targets()).copy(sample, values, 2);
    return new double[] {values[0], values[1], values[2]};
  }

  private static int[] all(Samples samples) {
    return IntStream.range(0, samples.count()).toArray();
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
  }
}
