package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.thalweg.result.TraceEstimate;

/**
 * Trace, Frobenius norm and the parts of the trace on groups of coordinates, from products with
 * seeded random vectors.
 *
 * <p>tr A = E zᵀAz and ‖A‖²_F = E‖Az‖² for z with independent signs; {@link TraceMethod} says how
 * the variance is reduced. The same products serve all the numbers. It stops when the 95 %
 * intervals of trace and Frobenius norm (of XTrace: of the trace) are as narrow as asked for, after
 * the least number of probes at the earliest. Intervals are a tenth wider than theory wants of a
 * fixed number of probes, because the number is chosen when they happen to be narrow.
 *
 * <p><b>Cost.</b> Products: one for each probe; of XTrace two; of Hutch++ also two for each vector
 * of the sketch. Memory: a few vectors; the sketch; of XTrace as many vectors as probes.
 *
 * <p><b>When it misleads.</b> A trace near zero with large eigenvalues of both signs never meets a
 * relative error: look at the interval. Probes with signs see the diagonal exactly; what is left to
 * chance are the entries beside it.
 */
public final class TraceEstimator {
  /** Vectors in the sketch of Hutch++: the budget is open, so there is no third of it to take. */
  static final int SKETCH = 10;

  private TraceEstimator() {}

  /**
   * The first of the random vectors of signs that {@code HUTCHINSON} and {@code HUTCH_PLUS_PLUS}
   * use with this seed; the caller closes them.
   */
  public static List<Vector> probes(VectorSpace space, long seed, int count) {
    RademacherProbes probes = new RademacherProbes(space, seed, SketchedTrace.PURPOSE);
    List<Vector> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      vectors.add(probes.probe(i));
    }
    return vectors;
  }

  /** Without groups; listens to nothing. */
  public static TraceEstimate estimate(
      LinearOperator operator, TraceMethod method, EstimationOptions options) {
    return estimate(operator, method, options, Map.of(), ProductListener.silent(), () -> false);
  }

  /**
   * Estimates.
   *
   * @param groups coordinates whose part of the trace is wanted, by name
   * @param cancelled asked before every product
   */
  public static TraceEstimate estimate(
      LinearOperator operator,
      TraceMethod method,
      EstimationOptions options,
      Map<String, CoordinateRange> groups,
      ProductListener listener,
      BooleanSupplier cancelled) {
    int sketch =
        method == TraceMethod.HUTCH_PLUS_PLUS
            ? Math.min(SKETCH, operator.space().dimension() / 2)
            : 0;
    int most =
        method == TraceMethod.XTRACE ? 2 * options.maxProbes() : options.maxProbes() + 2 * sketch;
    CountedProducts products = new CountedProducts(operator, most, listener, cancelled);
    TraceObservations observed = new TraceObservations(groups, options.relativeError());
    if (method == TraceMethod.XTRACE) {
      try (ExchangeableTrace run = new ExchangeableTrace(products, options, observed)) {
        return run.estimate();
      }
    }
    try (SketchedTrace run = new SketchedTrace(products, options, observed, sketch)) {
      return run.estimate(method);
    }
  }
}
