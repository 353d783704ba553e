package org.thalweg.app;

import org.thalweg.app.request.ProbeScope;
import org.thalweg.data.Samples;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.torch.objective.MemoryEstimate;
import org.thalweg.torch.objective.ObjectiveOptions;

/**
 * How the memory of this machine is divided among chunks of data, workers and the vectors of an
 * eigenvalue search, decided before anything large begins.
 *
 * @param options with a chunk size and workers that fit
 * @param estimate what the network needs
 * @param available bytes that may be used
 */
record MemoryPlan(ObjectiveOptions options, MemoryEstimate estimate, long available) {
  /** What {@link LanczosOptions} takes by itself. */
  private static final int USUAL_BASIS = 80;

  /**
   * Costs two gradients of one and two samples.
   *
   * @throws org.thalweg.error.ThalwegException {@code OUT_OF_MEMORY} if the network does not fit
   */
  static MemoryPlan of(ProbeScope scope, OpenedModel model, Samples samples) {
    ObjectiveOptions options =
        ObjectiveOptions.defaults()
            .withPrecision(scope.execution().precision())
            .withLoss(model.loss())
            // As much as fits: see MemoryEstimate.fit.
            .withGraphBytes(Long.MAX_VALUE)
            .withWorkers(Machine.workers(scope.execution().workers()));
    int chunk = scope.sampling().chunk();
    if (chunk > 0) {
      options = options.withChunkSize(chunk);
    }
    // Statistics that are re-estimated chunk by chunk depend on the size of a chunk.
    boolean free = chunk == 0 && model.network().preparingPasses() == 0;
    if (free) {
      options = options.suiting(model.network(), samples.count());
    }
    MemoryEstimate estimate = MemoryEstimate.of(model.network(), model.weights(), samples, options);
    long available = MemoryEstimate.available();
    ObjectiveOptions fitting = estimate.fit(free ? estimate.divide(options) : options, available);
    return new MemoryPlan(fitting, estimate, available);
  }

  /** The search with a basis that fits; the usual one if that does. */
  LanczosOptions fit(LanczosOptions search) {
    int wanted = search.top() + search.bottom();
    int usual = Math.max(USUAL_BASIS, 3 * wanted);
    int size = estimate.basisSize(wanted + 4, usual, options, available);
    return size < usual ? search.withBasisSize(size) : search;
  }
}
