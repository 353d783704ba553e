package org.thalweg.torch.objective;

import org.bytedeco.javacpp.PointerScope;
import org.thalweg.data.Samples;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.Libtorch;
import org.thalweg.torch.engine.NativeMemory;
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
 * @param samples how many there are
 * @param dataBytes of all samples, in the precision of the objective
 * @param copyBytes of one float64 copy of θ
 * @param graphBytes of a chunk's graph, apart from its samples
 * @param sampleBytes of a chunk's graph, for each sample
 */
public record MemoryEstimate(
    int samples, long dataBytes, long copyBytes, long graphBytes, long sampleBytes) {
  /** A graph and what differentiating it makes. */
  private static final int TWICE = 2;

  /** θ, v, the gradients of two shards in float64, and copies that come and go. */
  private static final int COPIES = 6;

  /** A chunk from which on its graph is no longer a matter of the processor's cache. */
  private static final long COSTLY = 64L << 20;

  /** Share of what may be used that vectors of θ's size may take, e.g. the basis of Lanczos. */
  private static final int VECTOR_SHARE = 4;

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
    return new MemoryEstimate(
        samples.count(),
        numbers * samples.count() * (bytes + Float.BYTES),
        (long) Double.BYTES * weights.length,
        Math.max(0, one - sample),
        sample);
  }

  /** Memory that may be used: half of what machine, container and JavaCPP's limit leave free. */
  public static long available() {
    return NativeMemory.free() / 2;
  }

  /** What is needed at once with this chunk size and these workers. */
  public long bytes(int chunkSize, int workers) {
    return dataBytes
        + copies(workers) * copyBytes
        + (long) workers * TWICE * (graphBytes + chunkSize * sampleBytes);
  }

  private static int copies(int workers) {
    return workers == 1 ? COPIES : COPIES + DataPass.SHARDS;
  }

  /**
   * A chunk small enough that every worker gets several where a chunk of the size given is costly;
   * it depends on the samples and not on the workers, and so no bit of a result does.
   */
  public ObjectiveOptions divide(ObjectiveOptions options) {
    int chunk = Math.min(options.chunkSize(), samples);
    if (chunk * sampleBytes < COSTLY) {
      return options;
    }
    int each = (samples + DataPass.SHARDS - 1) / DataPass.SHARDS;
    return options.withChunkSize(Math.max(1, Math.min(options.chunkSize(), each)));
  }

  /**
   * The options with the largest chunk size that fits, at most the one they have, and graphs kept
   * only as far as they fit beside. A network whose copies for several workers do not fit gets one
   * worker, and the others become threads within its operations.
   *
   * @throws ThalwegException {@code OUT_OF_MEMORY} if not even one sample at a time fits
   */
  public ObjectiveOptions fit(ObjectiveOptions options, long available) {
    if (options.workers() > 1 && bytes(1, options.workers()) > available) {
      int threads = options.workers() * options.threads();
      return fit(options.withWorkers(1).withThreads(threads), available);
    }
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
              "use fewer samples (--samples), --precision float32, or a selection of parameters"
                  + " (--parameters)");
    }
    long kept = Math.min(options.graphBytes(), available - needed);
    return options.withChunkSize(chunk).withGraphBytes(kept);
  }

  /**
   * How many vectors of θ's size a search for eigenvalues may keep, with as many again for a moment
   * when it restarts: a quarter of what may be used.
   *
   * @param least fewer cannot find what is asked for
   * @param most more are not wanted
   */
  public int basisSize(int least, int most, ObjectiveOptions options, long available) {
    long vector = options.precision() == Precision.FLOAT64 ? copyBytes : copyBytes / 2;
    long fitting = available / VECTOR_SHARE / (TWICE * Math.max(1, vector));
    return (int) Math.max(least, Math.min(most, fitting));
  }

  private static long graph(
      ForwardFunction network, double[] weights, Samples samples, ObjectiveOptions options) {
    Loss chosen = options.loss();
    Loss loss = (chosen == null ? Loss.fitting(samples.targets()) : chosen).over(samples.targets());
    ChunkedData data = ChunkedData.of(samples, network, weights, loss, options);
    ObjectiveDefinition definition =
        ObjectiveDefinition.of(network, network.layout(), loss, data, options);
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
