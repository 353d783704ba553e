package org.thalweg.app;

import java.util.List;
import java.util.function.Function;

/**
 * One part of an analysis.
 *
 * @param name as a reader would call it
 * @param gradients what it is expected to cost, in gradients over the data: a loss counts a third,
 *     a Hessian-vector product two
 * @param work measures over the opened model
 */
record AnalysisStep(String name, double gradients, Function<ProbeSession, List<Measured>> work) {
  /** A part with one result. */
  static AnalysisStep of(
      String name, double gradients, Function<ProbeSession, Measured> measurement) {
    return new AnalysisStep(name, gradients, measurement.andThen(List::of));
  }
}
