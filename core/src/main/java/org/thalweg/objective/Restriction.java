package org.thalweg.objective;

import java.util.List;

/**
 * An objective along a line or plane: c ↦ L(origin + Σ cₖ·directionₖ).
 *
 * <p>It may keep what all its points have in common, and pass over the data once for many of them;
 * the values are those of single evaluations up to rounding, at the origin and at origin +
 * directionₖ exactly. It is used by the thread of its objective and closed before it.
 */
public interface Restriction extends AutoCloseable {
  /** The loss at points, in the order of their coefficients. Costs one forward pass each. */
  List<Evaluation> evaluate(List<double[]> coefficients);

  /**
   * How many points are best evaluated in one call: enough to share what can be shared, few enough
   * to stop and record often.
   */
  default int together() {
    return 8;
  }

  @Override
  default void close() {}
}
