package org.thalweg.torch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorWorkers;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.objective.Loss;

/**
 * The gradient of the mean loss over one batch, computed by several workers.
 *
 * <p>A batch is divided into shards whose number depends on its size alone, and the shards'
 * gradients are added in their order: no bit of the sum depends on the number of workers.
 */
final class BatchGradient implements AutoCloseable {
  /** A shard's activations stay in the second-level cache. */
  private static final int LARGEST_SHARD = 64;

  /** Smaller batches are not worth dividing: half a shard costs more than half the time. */
  private static final int SMALLEST_DIVIDED = 32;

  private final Network network;
  private final Loss loss;
  private final TrainingBatches batches;
  private final TensorWorkers workers;
  private final List<FlatParameters> gradients = new ArrayList<>();

  BatchGradient(
      Network network,
      Loss loss,
      TrainingBatches batches,
      Precision precision,
      int batchSize,
      int workers) {
    this.network = network;
    this.loss = loss;
    this.batches = batches;
    this.workers = new TensorWorkers(Math.min(workers, shards(batchSize)));
    for (int shard = 0; shard < shards(batchSize); shard++) {
      gradients.add(new FlatParameters(network.layout(), precision));
    }
  }

  /** Even, so that two workers have as much to do, unless the batch is small. */
  static int shards(int samples) {
    return samples < SMALLEST_DIVIDED
        ? 1
        : 2 * ((samples + 2 * LARGEST_SHARD - 1) / (2 * LARGEST_SHARD));
  }

  /**
   * Computes the gradient at θ, which {@link #tensor} then holds.
   *
   * @param indices the samples of the batch
   * @return the mean loss of the batch
   */
  double compute(FlatParameters theta, Tensor indices) {
    int samples = Math.toIntExact(indices.numel());
    int shards = shards(samples);
    List<Callable<Double>> tasks = new ArrayList<>(shards);
    for (int shard = 0; shard < shards; shard++) {
      int start = (int) ((long) samples * shard / shards);
      int end = (int) ((long) samples * (shard + 1) / shards);
      FlatParameters gradient = gradients.get(shard);
      tasks.add(() -> shard(theta, indices, start, end, gradient));
    }
    double sum = 0;
    for (double shardLoss : workers.run(tasks)) {
      sum += shardLoss;
    }
    for (FlatParameters gradient : gradients.subList(1, shards)) {
      tensor().add_(gradient.flat().tensor());
    }
    return sum;
  }

  /** The gradient, flat; overwritten by the next computation, and free to be overwritten before. */
  Tensor tensor() {
    return gradients.get(0).flat().tensor();
  }

  @Override
  public void close() {
    workers.close();
    gradients.forEach(FlatParameters::close);
  }

  private double shard(
      FlatParameters theta, Tensor batch, int start, int end, FlatParameters gradient) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      Tensor indices = batch.narrow(0, start, end - start);
      Tensor[] leaves = theta.leaves().toArray(new Tensor[0]);
      Tensor outputs = network.forward(List.of(leaves), batches.inputs(indices));
      Tensor losses = loss.perSample(outputs, batches.targets(indices));
      Tensor share = losses.sum().mul(new Scalar(1.0 / batch.numel()));
      TensorVector partial = torch.grad(new TensorVector(share), new TensorVector(leaves));
      for (int i = 0; i < leaves.length; i++) {
        gradient.views().get(i).copy_(partial.get(i));
      }
      return share.item_double();
    }
  }
}
