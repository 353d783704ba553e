package org.thalweg.probe.audit;

import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Invariance;

/**
 * A number that describes the landscape at a point: what an audit looks at. A measure that draws
 * random numbers draws the same ones at every point.
 */
public interface AuditedMeasure {
  String name();

  /** What theory says; the audit checks it. */
  Invariance invariance();

  /**
   * Measures at θ.
   *
   * @throws org.thalweg.error.ThalwegException {@code NOT_APPLICABLE} when the objective lacks what
   *     the definition needs, which the audit records
   */
  Reading read(Objective objective, Vector theta, ExecutionOptions options);
}
