package org.thalweg.direction;

import org.thalweg.parameter.ParameterTensor;

/** Every filter gets the norm of the filter of the weights. */
record FilterRule() implements NormalizationRule {
  @Override
  public void normalize(ParameterTensor tensor, double[] direction, double[] weights) {
    tensor
        .filterSlices()
        .forEach(filter -> NormalizationRule.matchNorm(filter, direction, weights));
  }
}
