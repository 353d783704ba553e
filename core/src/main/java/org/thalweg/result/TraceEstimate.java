package org.thalweg.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trace and Frobenius norm of a symmetric matrix from its products with random vectors.
 *
 * @param method the estimator, e.g. {@code "Hutch++"}
 * @param trace Σ aᵢᵢ = Σ λᵢ
 * @param frobeniusNorm √Σ aᵢⱼ² = √Σ λᵢ²
 * @param byTensor the part of the trace that lies on each named tensor (the sum of the diagonal
 *     there), in parameter order
 * @param products products with the matrix
 * @param samplingError standard error of the trace over samples of data, beside the one over
 *     probes; NaN where it is not known
 */
public record TraceEstimate(
    String method,
    Estimate trace,
    Estimate frobeniusNorm,
    Map<String, Estimate> byTensor,
    int products,
    double samplingError) {
  public TraceEstimate {
    byTensor = Collections.unmodifiableMap(new LinkedHashMap<>(byTensor));
  }

  /** Of these data; nothing is known about others. */
  public TraceEstimate(
      String method,
      Estimate trace,
      Estimate frobeniusNorm,
      Map<String, Estimate> byTensor,
      int products) {
    this(method, trace, frobeniusNorm, byTensor, products, Double.NaN);
  }

  /** The same with what is known about other data. */
  public TraceEstimate withSamplingError(double error) {
    return new TraceEstimate(method, trace, frobeniusNorm, byTensor, products, error);
  }

  List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    all.add(trace.measurement("trace"));
    all.add(frobeniusNorm.measurement("Frobenius norm"));
    byTensor.forEach((name, part) -> all.add(part.measurement("trace of " + name)));
    return all;
  }
}
