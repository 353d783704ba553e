package org.thalweg.direction;

import org.thalweg.parameter.ParameterSlice;
import org.thalweg.parameter.ParameterTensor;

/** The direction as a whole gets length 1. */
record UnitRule() implements NormalizationRule {
  @Override
  public void normalize(ParameterTensor tensor, double[] direction, double[] weights) {}

  @Override
  public void finish(double[] direction) {
    double largest = 0;
    for (double component : direction) {
      largest = Math.max(largest, Math.abs(component));
    }
    if (largest == 0) {
      return;
    }
    // In two steps, so that squares of tiny components do not vanish.
    for (int i = 0; i < direction.length; i++) {
      direction[i] /= largest;
    }
    ParameterSlice whole = new ParameterSlice(0, direction.length);
    whole.scale(direction, 1 / whole.norm(direction));
  }
}
