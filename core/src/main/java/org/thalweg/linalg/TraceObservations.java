package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.result.Estimate;
import org.thalweg.result.Outcome;

/** What the probes of a trace have shown: observations of each quantity, and what is exact. */
final class TraceObservations {
  private final double relativeError;
  private final SampleMean trace = new SampleMean();
  private final SampleMean squaredNorm = new SampleMean();
  private final List<Part> parts = new ArrayList<>();
  private double exactTrace;
  private double exactSquaredNorm;

  TraceObservations(Map<String, CoordinateRange> groups, double relativeError) {
    this.relativeError = relativeError;
    groups.forEach((name, range) -> parts.add(new Part(name, range)));
  }

  boolean hasGroups() {
    return !parts.isEmpty();
  }

  void addExact(double traceHere, double squaredNormHere) {
    exactTrace += traceHere;
    exactSquaredNorm += squaredNormHere;
  }

  /** Adds Σ factor·xᵢyᵢ of each group to what is known exactly. */
  void addExactParts(double factor, double[] x, double[] y) {
    parts.forEach(part -> part.exact += factor * part.range.dot(x, y));
  }

  void observe(double traceHere, double squaredNormHere) {
    trace.add(traceHere);
    squaredNorm.add(squaredNormHere);
  }

  /** Observes Σ xᵢyᵢ of each group. */
  void observeParts(double[] x, double[] y) {
    parts.forEach(part -> part.mean.add(part.range.dot(x, y)));
  }

  int probes() {
    return trace.count();
  }

  Estimate trace() {
    return trace.estimate(exactTrace, relativeError);
  }

  Estimate frobeniusNorm() {
    return squaredNorm.rootEstimate(exactSquaredNorm, relativeError);
  }

  Map<String, Estimate> parts() {
    Map<String, Estimate> all = new LinkedHashMap<>();
    parts.forEach(part -> all.put(part.name, part.mean.estimate(part.exact, relativeError)));
    return all;
  }

  boolean goodEnough() {
    return trace().outcome() == Outcome.CONVERGED && frobeniusNorm().outcome() == Outcome.CONVERGED;
  }

  /** One group of coordinates. */
  private static final class Part {
    private final String name;
    private final CoordinateRange range;
    private final SampleMean mean = new SampleMean();
    private double exact;

    Part(String name, CoordinateRange range) {
      this.name = name;
      this.range = range;
    }
  }
}
