package org.thalweg.direction;

import org.thalweg.parameter.ParameterSlice;
import org.thalweg.parameter.ParameterTensor;

/** Every component is multiplied by its weight. */
record WeightRule() implements NormalizationRule {
  @Override
  public void normalize(ParameterTensor tensor, double[] direction, double[] weights) {
    ParameterSlice slice = tensor.slice();
    for (int i = slice.offset(); i < slice.end(); i++) {
      direction[i] *= weights[i];
    }
  }
}
