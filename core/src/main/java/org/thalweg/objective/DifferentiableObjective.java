package org.thalweg.objective;

import org.thalweg.linalg.Vector;

/** An objective with a gradient. */
public interface DifferentiableObjective extends Objective {
  /**
   * target ← ∇L(θ), and L(θ) as a by-product. Costs one gradient pass (about three forward passes).
   *
   * @param target overwritten; not {@code theta}
   */
  Evaluation gradient(Vector theta, Vector target);

  @Override
  DifferentiableObjective replicate();
}
