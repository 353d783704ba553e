package org.thalweg.direction;

import org.thalweg.parameter.ParameterTensor;

/** Every tensor gets length 1. */
record UnitLayerRule() implements NormalizationRule {
  @Override
  public void normalize(ParameterTensor tensor, double[] direction, double[] weights) {
    NormalizationRule.makeUnit(tensor.slice(), direction);
  }
}
