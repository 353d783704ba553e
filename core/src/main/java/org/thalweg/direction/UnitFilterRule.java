package org.thalweg.direction;

import org.thalweg.parameter.ParameterTensor;

/** Every filter gets length 1. */
record UnitFilterRule() implements NormalizationRule {
  @Override
  public void normalize(ParameterTensor tensor, double[] direction, double[] weights) {
    tensor.filterSlices().forEach(filter -> NormalizationRule.makeUnit(filter, direction));
  }
}
