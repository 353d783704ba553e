package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;

/**
 * Eigenvalues at the ends of the spectrum of a symmetric matrix.
 *
 * @param matrix which matrix, e.g. {@code "hessian"}
 * @param top the largest, in descending order
 * @param bottom the smallest, in ascending order
 */
public record SpectrumResult(
    String matrix, List<Eigenvalue> top, List<Eigenvalue> bottom, Outcome outcome, Cost cost)
    implements ProbeResult {
  public SpectrumResult {
    top = List.copyOf(top);
    bottom = List.copyOf(bottom);
  }

  @Override
  public String probe() {
    return "hessian";
  }

  @Override
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    for (int i = 0; i < top.size(); i++) {
      all.add(measurement("λ " + (i + 1) + " (largest)", top.get(i)));
    }
    for (int i = 0; i < bottom.size(); i++) {
      all.add(measurement("λ −" + (i + 1) + " (smallest)", bottom.get(i)));
    }
    return all;
  }

  private static Measurement measurement(String name, Eigenvalue eigenvalue) {
    return new Measurement(
        name,
        eigenvalue.value(),
        eigenvalue.residual(),
        "residual ‖Hv − λv‖",
        eigenvalue.converged() ? Outcome.CONVERGED : Outcome.BUDGET_EXHAUSTED);
  }
}
