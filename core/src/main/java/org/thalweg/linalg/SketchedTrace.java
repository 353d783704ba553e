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
      going = observe(probes, options.together(observed.probes(), products.together()));
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
    boolean going = true;
    for (int start = 0; going && start < sketch; start += products.together()) {
      int first = start;
      int count = Math.min(products.together(), sketch - start);
      try (VectorBlock samples = VectorBlock.of(count, i -> probes.probe(first + i));
          VectorBlock images = VectorBlock.zeros(products.space(), count)) {
        going = products.applyAll(samples.vectors(), images.vectors());
        if (going) {
          images.vectors().forEach(this::extend);
        }
      }
    }
    return going;
  }

  /** Extends the basis by the part of a vector that lies outside, unless that is roundoff. */
  private void extend(Vector image) {
    double before = image.norm();
    Orthogonalisation.remove(image, basis);
    double outside = image.norm();
    if (outside > 64 * products.space().precision().unitRoundoff() * before) {
      image.scale(1 / outside);
      // Scaling up scales up what was left of the basis.
      Orthogonalisation.remove(image, basis);
      basis.add(image.scale(1 / image.norm()).copy());
    }
  }

  private boolean addExactPart() {
    boolean going = true;
    for (int start = 0; going && start < basis.size(); start += products.together()) {
      int end = Math.min(start + products.together(), basis.size());
      try (VectorBlock images = VectorBlock.zeros(products.space(), end - start)) {
        going = products.applyAll(basis.subList(start, end), images.vectors());
        for (int i = start; going && i < end; i++) {
          addExact(basis.get(i), images.vectors().get(i - start));
        }
      }
    }
    return going;
  }

  private void addExact(Vector q, Vector z) {
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

  private boolean observe(RademacherProbes probes, int count) {
    int first = observed.probes();
    try (VectorBlock g = VectorBlock.of(count, i -> probes.probe(first + i));
        VectorBlock outside = VectorBlock.copies(g.vectors());
        VectorBlock images = VectorBlock.zeros(products.space(), count)) {
      outside.vectors().forEach(x -> Orthogonalisation.remove(x, basis));
      if (!products.applyAll(outside.vectors(), images.vectors())) {
        return false;
      }
      for (int i = 0; i < count; i++) {
        Vector image = images.vectors().get(i);
        observed.observe(outside.vectors().get(i).dot(image), image.dot(image));
        if (observed.hasGroups()) {
          Orthogonalisation.remove(image, basis);
          observed.observeParts(g.vectors().get(i).toArray(), image.toArray());
        }
      }
      return true;
    }
  }

  @Override
  public void close() {
    basis.forEach(Vector::close);
  }
}
