package org.thalweg.torch.training;

import org.jspecify.annotations.Nullable;
import org.thalweg.data.Dataset;
import org.thalweg.data.FixedSubset;
import org.thalweg.data.Samples;
import org.thalweg.objective.Evaluation;
import org.thalweg.result.TrainingRecord;
import org.thalweg.torch.engine.TensorVector;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.objective.Loss;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

/**
 * Losses, accuracies and the gradient norm at one θ. Costs one gradient over the recorded training
 * samples and one forward pass over the test split.
 */
final class TrainingMeasurement implements AutoCloseable {
  private static final long SUBSET_SEED = 0;
  private static final Evaluation MISSING = new Evaluation(Double.NaN, Double.NaN, Double.NaN);

  private final NetworkObjective train;
  private final @Nullable NetworkObjective test;
  private final TensorVector gradient;
  private final double learningRate;

  TrainingMeasurement(
      Network network, Loss loss, Dataset dataset, TrainingSpecification specification) {
    ObjectiveOptions options =
        ObjectiveOptions.defaults()
            .withLoss(loss)
            .withPrecision(specification.precision())
            .withWorkers(specification.workers());
    double[] origin = new double[network.layout().dimension()];
    Samples recorded = subset(dataset.train(), specification.recordSamples());
    this.train = NetworkObjective.of(network, origin, recorded, options);
    this.test =
        dataset.test().count() == 0
            ? null
            : NetworkObjective.of(network, origin, dataset.test(), options);
    this.gradient = train.space().zeros();
    this.learningRate = specification.optimizer().learningRate();
  }

  TrainingRecord measure(TensorVector theta, long step, double epoch, double seconds) {
    Evaluation atTrain = train.gradient(theta, gradient);
    Evaluation atTest = test == null ? MISSING : test.evaluate(theta);
    return new TrainingRecord(
        step,
        epoch,
        atTrain.loss(),
        atTrain.accuracy(),
        atTest.loss(),
        atTest.accuracy(),
        gradient.norm(),
        learningRate,
        seconds);
  }

  @Override
  public void close() {
    gradient.close();
    train.close();
    if (test != null) {
      test.close();
    }
  }

  /** The same for every seed of a training, so that runs can be compared. */
  private static Samples subset(Samples samples, int size) {
    return samples.count() <= size ? samples : FixedSubset.draw(samples, size, SUBSET_SEED);
  }
}
