package org.thalweg.torch.training;

import org.thalweg.data.Dataset;
import org.thalweg.data.Targets;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.objective.Loss;

/**
 * Trains a network on data, from the start or from a checkpoint. It writes no files: whoever
 * listens does.
 *
 * <p>Each epoch goes through the training split in an order drawn from the seed and the number of
 * the epoch. The training ends
 *
 * <ul>
 *   <li>{@code CONVERGED} after its last epoch, or when a record reaches the test accuracy that was
 *       asked for;
 *   <li>{@code BUDGET_EXHAUSTED} after its last epoch without having reached it;
 *   <li>{@code NON_FINITE} at the first loss or weight that is a NaN or infinity; the last record
 *       shows it, and no checkpoint or snapshot does;
 *   <li>{@code CANCELLED} between two steps, after a checkpoint.
 * </ul>
 *
 * <p>Costs about three forward passes per epoch, and per record three over the recorded training
 * samples and one over the test split. Memory: the training split in float32, the recorded samples
 * and the test split in the precision of the training.
 */
public final class Trainer {
  private final TrainingSpecification specification;
  private final Dataset dataset;
  private final Network network;
  private final Loss loss;

  /**
   * Prepares a training; loads and computes nothing yet.
   *
   * @throws ThalwegException {@code UNKNOWN_NETWORK} when the network does not fit the data, {@code
   *     UNKNOWN_NAME} when there is no such loss
   */
  public Trainer(TrainingSpecification specification, Dataset dataset) {
    this.specification = specification;
    this.dataset = dataset;
    Targets targets = dataset.train().targets();
    this.network = network(specification.network(), dataset);
    String name = specification.loss();
    this.loss = name == null ? Loss.fitting(targets) : Loss.named(name);
  }

  /**
   * The network of this description for these data: inputs of their shape, and an output for each
   * class or component of a target.
   *
   * @throws ThalwegException {@code UNKNOWN_NETWORK} when the data do not go through it
   */
  public static Network network(NetworkSpecification specification, Dataset dataset) {
    return BuiltInNetwork.create(
        specification, dataset.train().featureShape(), outputs(dataset.train().targets()));
  }

  /** The network that is trained. */
  public Network network() {
    return network;
  }

  /** The loss that is trained on: the one that was asked for, or the one that fits. */
  public Loss loss() {
    return loss;
  }

  /** Trains from initial weights, nobody listening. */
  public TrainingResult train() {
    return train(TrainingListener.silent(), ProgressListener.silent(), new Cancellation());
  }

  /** Trains from initial weights. */
  public TrainingResult train(
      TrainingListener listener, ProgressListener progress, Cancellation cancellation) {
    try (TrainingRun run = run(listener)) {
      run.start(network.initialize(specification.seed()));
      return run.run(progress, cancellation);
    }
  }

  /**
   * Continues a training: weights and records become those of a training that was never
   * interrupted, but for the seconds.
   *
   * @throws ThalwegException {@code WEIGHTS_MISMATCH} when the state is of another network or
   *     optimizer
   */
  public TrainingResult resume(
      TrainingState state,
      TrainingListener listener,
      ProgressListener progress,
      Cancellation cancellation) {
    try (TrainingRun run = run(listener)) {
      run.restore(state);
      return run.run(progress, cancellation);
    }
  }

  private TrainingRun run(TrainingListener listener) {
    return new TrainingRun(specification, network, loss, dataset, listener);
  }

  /** One number for each class, or for each component of a target. */
  private static int outputs(Targets targets) {
    if (targets instanceof Targets.Labels labels) {
      return labels.classes();
    }
    if (targets instanceof Targets.Reals reals) {
      return reals.shape().stream().reduce(1, Math::multiplyExact);
    }
    throw new IllegalStateException("targets are sealed");
  }
}
