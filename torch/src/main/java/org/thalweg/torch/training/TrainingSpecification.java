package org.thalweg.torch.training;

import org.jspecify.annotations.Nullable;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.network.NetworkSpecification;

/**
 * Everything that a training does, apart from the data. With the same specification and data the
 * weights come out bit for bit the same on one machine, whatever {@code workers} is; they may
 * differ in rounding between kinds of processors.
 *
 * @param loss {@code cross-entropy} or {@code mse}; null takes the one that fits the targets
 * @param batchSize samples per step; the last batch of an epoch is smaller when they do not divide
 * @param epochs passes over the training data, at most
 * @param untilAccuracy ends at the first record whose test accuracy is at least this; NaN for never
 * @param recordEvery how often losses, accuracies and the gradient norm are measured; always also
 *     at the start and at the end
 * @param recordSamples training samples at which they are measured, a fixed random subset of the
 *     training split ({@code FixedSubset} with seed 0, whatever the seed of the training); the test
 *     split is always measured whole
 * @param snapshotEvery how often θ is kept for the trajectory; unless never, also at the start and
 *     at the end
 * @param checkpointEvery how often the state is handed out to be saved; unless never, also at the
 *     end
 * @param seed of initial weights and batch orders
 * @param workers threads that compute gradients
 */
public record TrainingSpecification(
    NetworkSpecification network,
    OptimizerSpecification optimizer,
    @Nullable String loss,
    Precision precision,
    int batchSize,
    int epochs,
    double untilAccuracy,
    Interval recordEvery,
    int recordSamples,
    Interval snapshotEvery,
    Interval checkpointEvery,
    long seed,
    int workers) {
  public TrainingSpecification {
    Option.require(batchSize > 0, "batch size", "at least 1", batchSize);
    Option.require(epochs >= 0, "number of epochs", "at least 0", epochs);
    Option.require(
        Double.isNaN(untilAccuracy) || (untilAccuracy > 0 && untilAccuracy <= 1),
        "test accuracy to stop at",
        "above 0, at most 1",
        untilAccuracy);
    Option.require(recordSamples > 0, "number of samples to record", "at least 1", recordSamples);
    Option.require(
        Double.isNaN(untilAccuracy) || recordEvery.unit() != Interval.Unit.NEVER,
        "record interval",
        "epochs or steps, since the accuracy to stop at is looked up in the records",
        "never");
    Option.require(workers > 0, "number of workers", "at least 1", workers);
  }

  public static Builder builder(NetworkSpecification network, OptimizerSpecification optimizer) {
    return new Builder(network, optimizer);
  }

  /**
   * The defaults: the loss that fits, float32, batches of 128, 10 epochs, a record and a checkpoint
   * every epoch, 10,000 recorded training samples, no snapshots, seed 0, one worker.
   */
  public static final class Builder {
    private final NetworkSpecification network;
    private final OptimizerSpecification optimizer;
    private @Nullable String loss;
    private Precision precision = Precision.FLOAT32;
    private int batchSize = 128;
    private int epochs = 10;
    private double untilAccuracy = Double.NaN;
    private Interval recordEvery = Interval.epochs(1);
    private int recordSamples = 10_000;
    private Interval snapshotEvery = Interval.never();
    private Interval checkpointEvery = Interval.epochs(1);
    private long seed;
    private int workers = 1;

    private Builder(NetworkSpecification network, OptimizerSpecification optimizer) {
      this.network = network;
      this.optimizer = optimizer;
    }

    public Builder loss(@Nullable String value) {
      loss = value;
      return this;
    }

    public Builder precision(Precision value) {
      precision = value;
      return this;
    }

    public Builder batchSize(int value) {
      batchSize = value;
      return this;
    }

    public Builder epochs(int value) {
      epochs = value;
      return this;
    }

    public Builder untilAccuracy(double value) {
      untilAccuracy = value;
      return this;
    }

    public Builder recordEvery(Interval value) {
      recordEvery = value;
      return this;
    }

    public Builder recordSamples(int value) {
      recordSamples = value;
      return this;
    }

    public Builder snapshotEvery(Interval value) {
      snapshotEvery = value;
      return this;
    }

    public Builder checkpointEvery(Interval value) {
      checkpointEvery = value;
      return this;
    }

    public Builder seed(long value) {
      seed = value;
      return this;
    }

    public Builder workers(int value) {
      workers = value;
      return this;
    }

    public TrainingSpecification build() {
      return new TrainingSpecification(
          network,
          optimizer,
          loss,
          precision,
          batchSize,
          epochs,
          untilAccuracy,
          recordEvery,
          recordSamples,
          snapshotEvery,
          checkpointEvery,
          seed,
          workers);
    }
  }
}
