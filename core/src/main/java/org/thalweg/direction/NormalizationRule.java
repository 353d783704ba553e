package org.thalweg.direction;

import org.thalweg.parameter.ParameterSlice;
import org.thalweg.parameter.ParameterTensor;

/** Scales the components of a direction in place; one class for each {@link Normalization}. */
sealed interface NormalizationRule
    permits FilterRule,
        LayerRule,
        WeightRule,
        UnitFilterRule,
        UnitLayerRule,
        UnitRule,
        UnchangedRule {
  /** Keeps a direction of zero norm from dividing by zero; the value of Li et al.'s tool. */
  double EPSILON = 1e-10;

  /** Scales the components of one tensor. */
  void normalize(ParameterTensor tensor, double[] direction, double[] weights);

  /** Scales the direction as a whole, after all tensors. */
  default void finish(double[] direction) {}

  /** d ← d·‖w‖/(‖d‖ + ε) on one stretch. */
  static void matchNorm(ParameterSlice slice, double[] direction, double[] weights) {
    slice.scale(direction, slice.norm(weights) / (slice.norm(direction) + EPSILON));
  }

  /** d ← d/(‖d‖ + ε) on one stretch. */
  static void makeUnit(ParameterSlice slice, double[] direction) {
    slice.scale(direction, 1 / (slice.norm(direction) + EPSILON));
  }
}
