package org.thalweg.torch.objective;

import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.network.ForwardFunction;

/**
 * How a {@link NetworkObjective} is defined and computed. Precision, loss and weight decay are part
 * of what is measured; the rest changes time and memory, not values.
 *
 * @param precision of weights, data and every forward and backward pass; sums over samples are
 *     float64 in either
 * @param loss null for the one that fits the targets
 * @param weightDecay w in the penalty (w/2)‖θ‖² over all parameters; 0 for the bare loss
 * @param chunkSize samples in one pass; small enough that activations stay in cache
 * @param workers threads among which one evaluation, gradient or product is divided
 * @param threads of libtorch within one operation, for each worker; 1 unless a network is too large
 *     for several workers. With more, sums within an operation may round differently
 * @param graphBytes memory for gradient graphs that a Hessian may keep between products
 */
public record ObjectiveOptions(
    Precision precision,
    @Nullable Loss loss,
    double weightDecay,
    int chunkSize,
    int workers,
    int threads,
    long graphBytes) {
  private static final int CHUNK = 128;
  private static final int PERCEPTRON_CHUNK = 512;
  private static final long UNDIVIDED_PRODUCTS = 1L << 21;
  private static final long GRAPHS = 1L << 30;

  public ObjectiveOptions {
    require(chunkSize >= 1, "a chunk of at least one sample", chunkSize);
    require(workers >= 1, "at least one worker", workers);
    require(threads >= 1, "at least one thread", threads);
    require(graphBytes >= 0, "memory of 0 bytes or more", graphBytes);
    require(
        weightDecay >= 0 && Double.isFinite(weightDecay),
        "a weight decay of 0 or more",
        weightDecay);
  }

  /** Float32, the fitting loss, no weight decay, 128 samples in a chunk, one worker, 1 GiB. */
  public static ObjectiveOptions defaults() {
    return new ObjectiveOptions(Precision.FLOAT32, null, 0, CHUNK, 1, 1, GRAPHS);
  }

  /**
   * Larger chunks for a perceptron, as far as every shard of the data still has one. Its layers are
   * products of matrices, which read all weights once for each chunk: of {@code mlp:256} on 2,000
   * images, a Hessian product took two thirds of the time with 250 samples instead of 128.
   * Convolutions gain nothing, their activations only leave the cache. Samples whose passes take no
   * longer than handing them to another thread does stay in one chunk. Depends on the network and
   * the number of samples alone.
   */
  public ObjectiveOptions suiting(ForwardFunction network, int samples) {
    long products = (long) samples * network.layout().dimension();
    int each =
        products < UNDIVIDED_PRODUCTS
            ? samples
            : Math.min(PERCEPTRON_CHUNK, (samples + DataPass.SHARDS - 1) / DataPass.SHARDS);
    return network.linearEntry().isPresent() && each > chunkSize ? withChunkSize(each) : this;
  }

  public ObjectiveOptions withPrecision(Precision value) {
    return new ObjectiveOptions(value, loss, weightDecay, chunkSize, workers, threads, graphBytes);
  }

  public ObjectiveOptions withLoss(Loss value) {
    return new ObjectiveOptions(
        precision, value, weightDecay, chunkSize, workers, threads, graphBytes);
  }

  public ObjectiveOptions withWeightDecay(double value) {
    return new ObjectiveOptions(precision, loss, value, chunkSize, workers, threads, graphBytes);
  }

  public ObjectiveOptions withChunkSize(int value) {
    return new ObjectiveOptions(precision, loss, weightDecay, value, workers, threads, graphBytes);
  }

  public ObjectiveOptions withWorkers(int value) {
    return new ObjectiveOptions(
        precision, loss, weightDecay, chunkSize, value, threads, graphBytes);
  }

  public ObjectiveOptions withGraphBytes(long value) {
    return new ObjectiveOptions(precision, loss, weightDecay, chunkSize, workers, threads, value);
  }

  public ObjectiveOptions withThreads(int value) {
    return new ObjectiveOptions(
        precision, loss, weightDecay, chunkSize, workers, value, graphBytes);
  }

  private static void require(boolean holds, String expected, Number found) {
    if (!holds) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected(expected)
          .found(String.valueOf(found))
          .next("leave the option out to get the default");
    }
  }
}
