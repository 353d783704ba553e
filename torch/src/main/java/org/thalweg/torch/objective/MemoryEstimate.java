package org.thalweg.torch.objective;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.thalweg.data.Samples;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.Libtorch;
import org.thalweg.torch.network.ForwardFunction;

/**
 * What measuring a network will need outside the Java heap, found out with two samples before
 * anything large is begun.
 *
 * <p>A gradient graph of one and one of two samples tell what a graph needs for each sample and for
 * itself; the data and the copies of θ are counted. A product needs about as much again as the
 * graph it differentiates. Estimates are good to a factor of about two, so that half of what is
 * free is taken as what may be used.
 *
 * @param fixedBytes data, sums and copies of θ, whatever the chunk size
 * @param graphBytes of a chunk's graph, apart from its samples
 * @param sampleBytes of a chunk's graph, for each sample
 */
public record MemoryEstimate(long fixedBytes, long graphBytes, long sampleBytes) {
  /** A graph and what differentiating it makes. */
  private static final int TWICE = 2;

  /** θ, v, the gradients of two shards in float64, and copies that come and go. */
  private static final int COPIES = 6;

  private static final int SHARDS = 8;

  /** Costs two gradients of one and two samples. */
  public static MemoryEstimate of(
      ForwardFunction network, double[] weights, Samples samples, ObjectiveOptions options) {
    Libtorch.singleThreaded();
    long one = graph(network, weights, samples.select(0), options);
    long two =
        samples.count() < 2 ? 2 * one : graph(network, weights, samples.select(0, 1), options);
    long sample = Math.max(1, two - one);
    long numbers = 1;
    for (int length : samples.featureShape()) {
      numbers *= length;
    }
    int bytes = options.precision() == Precision.FLOAT64 ? Double.BYTES : Float.BYTES;
    long data = numbers * samples.count() * (bytes + Float.BYTES);
    int copies = options.workers() == 1 ? COPIES : COPIES + SHARDS;
    long vectors = (long) copies * Double.BYTES * weights.length;
    return new MemoryEstimate(data + vectors, Math.max(0, one - sample), sample);
  }

  /** Memory that may be used: half of what the machine has free. */
  public static long available() {
    Libtorch.load();
    return Pointer.availablePhysicalBytes() / 2;
  }

  /** What is needed at once with this chunk size and these workers. */
  public long bytes(int chunkSize, int workers) {
    return fixedBytes + (long) workers * TWICE * (graphBytes + chunkSize * sampleBytes);
  }

  /**
   * The options with the largest chunk size that fits, at most the one they have, and graphs kept
   * only as far as they fit beside.
   *
   * @throws ThalwegException {@code OUT_OF_MEMORY} if not even one sample at a time fits
   */
  public ObjectiveOptions fit(ObjectiveOptions options, long available) {
    int chunk = options.chunkSize();
    while (chunk > 1 && bytes(chunk, options.workers()) > available) {
      chunk /= 2;
    }
    long needed = bytes(chunk, options.workers());
    if (needed > available) {
      throw ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
          .expected("about %,d MB for one sample at a time".formatted(needed >> 20))
          .found("%,d MB that may be used".formatted(available >> 20))
          .next(
              options.workers() > 1
                  ? "use fewer workers: workers=1"
                  : "use fewer samples, float32, or a selection of parameters");
    }
    long kept = Math.min(options.graphBytes(), available - needed);
    return options.withChunkSize(chunk).withGraphBytes(kept);
  }

  private static long graph(
      ForwardFunction network, double[] weights, Samples samples, ObjectiveOptions options) {
    Loss chosen = options.loss();
    Loss loss = (chosen == null ? Loss.fitting(samples.targets()) : chosen).over(samples.targets());
    ChunkedData data = ChunkedData.of(samples, network, weights, loss, options);
    ObjectiveDefinition definition =
        new ObjectiveDefinition(
            network, network.layout(), loss, data, options, new CostCounter(data.count()));
    try (PointerScope scope = new PointerScope();
        FlatParameters parameters = definition.parameters().set(weights);
        ChunkPass pass = new ChunkPass(network::forward, loss);
        GradientGraph graph = GradientGraph.build(pass, parameters, data.chunks().get(0))) {
      return graph.bytes();
    } finally {
      data.release();
    }
  }
}
