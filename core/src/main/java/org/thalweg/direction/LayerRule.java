package org.thalweg.direction;

import org.thalweg.parameter.ParameterTensor;

/** Every tensor gets the norm of the tensor of the weights. */
record LayerRule() implements NormalizationRule {
  @Override
  public void normalize(ParameterTensor tensor, double[] direction, double[] weights) {
    NormalizationRule.matchNorm(tensor.slice(), direction, weights);
  }
}
