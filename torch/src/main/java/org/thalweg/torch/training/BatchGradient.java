package org.thalweg.torch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorWorkers;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.objective.Loss;

/**
 * The gradient of the mean loss over one batch, computed by several workers.
 *
 * <p>A batch is divided into shards whose number depends on its size and the network alone, and the
 * shards' gradients are added in their order: no bit of the sum depends on the number of workers.
 */
final class BatchGradient implements AutoCloseable {
  /** An image shard's activations stay in the second-level cache. */
  private static final int LARGEST_SHARD = 64;

  /** Smaller batches are not worth dividing: half a shard costs more than half the time. */
  private static final int SMALLEST_DIVIDED = 32;

  /**
   * Multiplications of a forward pass below which handing shards to threads and adding up their
   * gradients, each as long as θ, costs a perceptron more than it gains.
   */
  private static final long SMALLEST_DIVIDED_PRODUCT = 1L << 27;

  private final TensorWorkers workers;
  private final List<ShardGradient> shards = new ArrayList<>();

  /**
   * For batches of at most this size.
   *
   * @param theta the point; it may move in place between computations
   */
  BatchGradient(
      Network network,
      Loss loss,
      TrainingBatches batches,
      FlatParameters theta,
      Precision precision,
      int batchSize,
      int workers) {
    int count = shards(network, batchSize);
    this.workers = new TensorWorkers(workers);
    int largest = (batchSize + count - 1) / count;
    for (int shard = 0; shard < count; shard++) {
      shards.add(
          new ShardGradient(network, loss, batches, theta, precision, largest, this.workers));
    }
  }

  /**
   * Into how many shards a batch is divided: an even number, so that two workers have as much to
   * do, unless the batch is small. The layers of a perceptron are products of matrices, which lose
   * by being cut into smaller ones: two halves at most until each half is a large batch by itself.
   */
  static int shards(Network network, int samples) {
    if (samples < SMALLEST_DIVIDED) {
      return 1;
    }
    if (network.linearEntry().isEmpty()) {
      return even(samples, LARGEST_SHARD);
    }
    long products = (long) samples * network.layout().dimension();
    return products < SMALLEST_DIVIDED_PRODUCT ? 1 : even(samples, 8 * LARGEST_SHARD);
  }

  private static int even(int samples, int largest) {
    return 2 * ((samples + 2 * largest - 1) / (2 * largest));
  }

  /**
   * Computes the gradient at θ, which {@link #tensor} then holds.
   *
   * @param indices the samples of the batch
   * @return the mean loss of the batch
   */
  double compute(Tensor indices) {
    int samples = Math.toIntExact(indices.numel());
    int count = Math.min(shards.size(), samples);
    List<Callable<Double>> tasks = new ArrayList<>(count);
    for (int shard = 0; shard < count; shard++) {
      int start = (int) ((long) samples * shard / count);
      int end = (int) ((long) samples * (shard + 1) / count);
      ShardGradient gradient = shards.get(shard);
      tasks.add(() -> gradient.compute(indices, start, end));
    }
    double sum = 0;
    for (double shardLoss : workers.run(tasks)) {
      sum += shardLoss;
    }
    for (ShardGradient gradient : shards.subList(1, count)) {
      tensor().add_(gradient.tensor());
    }
    return sum;
  }

  /** The gradient, flat; overwritten by the next computation, and free to be overwritten before. */
  Tensor tensor() {
    return shards.get(0).tensor();
  }

  @Override
  public void close() {
    workers.close();
    shards.forEach(ShardGradient::close);
  }
}
