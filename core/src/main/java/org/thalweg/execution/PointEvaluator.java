package org.thalweg.execution;

import org.thalweg.objective.Objective;

/**
 * Evaluates many points of a line or plane. The values depend on the plan and the objective only:
 * neither on the options, nor on how much came from the ledger.
 */
public interface PointEvaluator {
  /**
   * The loss at each planned point. A point known to the ledger is not evaluated again; every point
   * evaluated is recorded there. Costs one forward pass for each point evaluated.
   *
   * <p>Cancellation, also by interrupting the calling thread, is not an error: what is known so far
   * comes back. A loss that is not finite is a value like any other. If the objective or the ledger
   * fails, the first failure is thrown after all work has stopped.
   */
  PointEvaluations evaluate(
      Objective objective, PointPlan plan, PointLedger ledger, ExecutionOptions options);
}
