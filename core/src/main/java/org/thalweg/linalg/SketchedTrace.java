package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.result.Estimate;
import org.thalweg.result.Outcome;
import org.thalweg.result.TraceEstimate;

/**
 * Hutch++, and with an empty sketch Hutchinson's estimator.
 *
 * <p>Q is an orthonormal basis of A·(random vectors), P = I − QQᵀ. Exact are tr(QᵀAQ) and ‖AQ‖²_F,
 * and the diagonal of A − PAP = AQQᵀ + QQᵀA − Q(QᵀAQ)Qᵀ; random probes g give tr(PAP) = E gᵀPAPg,
 * ‖AP‖²_F = E‖APg‖² and the diagonal of PAP = E g⊙PAPg.
 */
final class SketchedTrace implements AutoCloseable {
  /** Of the random vectors. */
  static final String PURPOSE = "trace probe";

  private final CountedProducts products;
  private final EstimationOptions options;
  private final TraceObservations observed;
  private final int sketch;
  private final List<Vector> basis = new ArrayList<>();

  SketchedTrace(
      CountedProducts products, EstimationOptions options, TraceObservations observed, int sketch) {
    this.products = products;
    this.options = options;
    this.observed = observed;
    this.sketch = sketch;
  }

  TraceEstimate estimate(TraceMethod method) {
    boolean going = addSketch() && addExactPart();
    RademacherProbes probes = new RademacherProbes(products.space(), options.seed(), PURPOSE);
    boolean enough = false;
    while (going && !enough && observed.probes() < options.maxProbes()) {
      going = observe(probes);
      enough = observed.probes() >= options.minProbes() && observed.goodEnough();
    }
    return result(method, observed, products);
  }

  /** Estimates that know how the run ended. */
  static TraceEstimate result(
      TraceMethod method, TraceObservations observed, CountedProducts products) {
    Map<String, Estimate> parts = new LinkedHashMap<>();
    observed.parts().forEach((name, part) -> parts.put(name, ended(part, products.outcome())));
    return new TraceEstimate(
        method.text(),
        ended(observed.trace(), products.outcome()),
        ended(observed.frobeniusNorm(), products.outcome()),
        parts,
        products.done());
  }

  static Estimate ended(Estimate estimate, Outcome outcome) {
    return outcome == Outcome.CONVERGED
        ? estimate
        : new Estimate(
            estimate.value(),
            estimate.standardError(),
            estimate.low(),
            estimate.high(),
            estimate.probes(),
            outcome);
  }

  private boolean addSketch() {
    RademacherProbes probes =
        new RademacherProbes(products.space(), options.seed(), "trace sketch");
    double roundoff = 64 * products.space().precision().unitRoundoff();
    for (int i = 0; i < sketch; i++) {
      Vector y = products.space().zeros();
      boolean kept = false;
      try (Vector s = probes.probe(i)) {
        if (!products.apply(s, y)) {
          return false;
        }
        double before = y.norm();
        Orthogonalisation.remove(y, basis);
        double outside = y.norm();
        if (outside > roundoff * before) {
          y.scale(1 / outside);
          // Scaling up scales up what was left of the basis.
          Orthogonalisation.remove(y, basis);
          basis.add(y.scale(1 / y.norm()));
          kept = true;
        }
      } finally {
        if (!kept) {
          y.close();
        }
      }
    }
    return true;
  }

  private boolean addExactPart() {
    for (Vector q : basis) {
      try (Vector z = products.space().zeros()) {
        if (!products.apply(q, z)) {
          return false;
        }
        observed.addExact(q.dot(z), z.dot(z));
        if (observed.hasGroups()) {
          // Row by row, 2·q⊙(AQ − ½QM) adds up to the diagonal of A − PAP.
          double[] coefficients = basis.stream().mapToDouble(other -> other.dot(z)).toArray();
          for (int j = 0; j < coefficients.length; j++) {
            z.axpy(-coefficients[j] / 2, basis.get(j));
          }
          observed.addExactParts(2, q.toArray(), z.toArray());
        }
      }
    }
    return true;
  }

  private boolean observe(RademacherProbes probes) {
    try (Vector g = probes.probe(observed.probes());
        Vector outside = g.copy();
        Vector image = products.space().zeros()) {
      Orthogonalisation.remove(outside, basis);
      if (!products.apply(outside, image)) {
        return false;
      }
      observed.observe(outside.dot(image), image.dot(image));
      if (observed.hasGroups()) {
        Orthogonalisation.remove(image, basis);
        observed.observeParts(g.toArray(), image.toArray());
      }
      return true;
    }
  }

  @Override
  public void close() {
    basis.forEach(Vector::close);
  }
}
