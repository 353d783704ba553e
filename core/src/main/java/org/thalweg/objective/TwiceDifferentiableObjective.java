package org.thalweg.objective;

import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;

/** An objective with Hessian-vector products. */
public interface TwiceDifferentiableObjective extends DifferentiableObjective {
  /**
   * H = ∇²L(θ) as an operator at a copy of θ; the caller closes it. Each application costs one
   * Hessian-vector product over the data.
   */
  LinearOperator hessian(Vector theta);

  @Override
  TwiceDifferentiableObjective replicate();
}
