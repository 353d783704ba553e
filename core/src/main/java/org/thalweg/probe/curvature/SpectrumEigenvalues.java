package org.thalweg.probe.curvature;

import java.util.List;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Outcome;
import org.thalweg.result.Values;

/**
 * Eigenvalues without their vectors.
 *
 * @param all every one, or none
 * @param method how they were found; empty if there are none
 */
record SpectrumEigenvalues(
    List<Eigenvalue> top, List<Eigenvalue> bottom, Values all, String method, Outcome outcome) {
  static final SpectrumEigenvalues NONE =
      new SpectrumEigenvalues(List.of(), List.of(), Values.of(), "", Outcome.CONVERGED);

  static SpectrumEigenvalues of(Eigenpairs pairs, EigenvalueMethod method) {
    return new SpectrumEigenvalues(
        values(pairs.top()), values(pairs.bottom()), Values.of(), method.text(), pairs.outcome());
  }

  static List<Eigenvalue> values(List<Eigenpair> pairs) {
    return pairs.stream()
        .map(pair -> new Eigenvalue(pair.value(), pair.residual(), pair.converged()))
        .toList();
  }
}
