package org.thalweg.torch.network;

import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.random.RandomStream;

/**
 * The distribution of PyTorch's {@code Linear} and {@code Conv2d}: weights and biases uniform on
 * ±1/√fan_in (LeCun et al. 1998 in spirit; He et al. 2015 with a = √5 in PyTorch's terms), where
 * fan_in counts the inputs of one neuron. Values are rounded to float32, so that both precisions
 * start at the same point.
 */
final class InitialWeights {
  private InitialWeights() {}

  static double[] draw(ParameterLayout layout, long seed) {
    double[] theta = new double[layout.dimension()];
    double bound = 1;
    for (int index = 0; index < layout.tensors().size(); index++) {
      ParameterTensor tensor = layout.tensors().get(index);
      if (tensor.kind() == ParameterKind.WEIGHT) {
        // A bias follows its weight and has the same bound.
        bound = 1 / Math.sqrt((double) tensor.size() / tensor.filters());
      }
      RandomStream stream = RandomStream.of(seed, "initial weights", index);
      for (int i = 0; i < tensor.size(); i++) {
        theta[tensor.offset() + i] = (float) ((2 * stream.uniform() - 1) * bound);
      }
    }
    return theta;
  }
}
