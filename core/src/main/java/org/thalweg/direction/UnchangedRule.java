package org.thalweg.direction;

import org.thalweg.parameter.ParameterTensor;

/** Nothing is scaled. */
record UnchangedRule() implements NormalizationRule {
  @Override
  public void normalize(ParameterTensor tensor, double[] direction, double[] weights) {}
}
