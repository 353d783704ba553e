package org.thalweg.torch.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.torch.engine.Libtorch;
import org.thalweg.torch.engine.TensorArrays;

/** Evaluates a network on arrays, by the shortest way there is. */
final class NetworkRunner {
  private NetworkRunner() {}

  static double[] outputs(Network network, double[] theta, double[] input, Precision precision) {
    Libtorch.singleThreaded();
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> parameters = split(network, TensorArrays.of(theta, precision, theta.length));
      return TensorArrays.toDoubles(network.forward(parameters, batch(network, input, precision)));
    }
  }

  /** The gradient of Σᵢ cᵢ·outputᵢ with respect to θ, in float64. */
  static double[] gradient(Network network, double[] theta, double[] input, double[] coefficients) {
    Libtorch.singleThreaded();
    try (PointerScope scope = new PointerScope()) {
      Tensor flat = TensorArrays.of(theta, Precision.FLOAT64, theta.length).requires_grad_(true);
      Tensor outputs =
          network.forward(split(network, flat), batch(network, input, Precision.FLOAT64));
      Tensor weights =
          TensorArrays.of(
              coefficients,
              Precision.FLOAT64,
              coefficients.length / network.outputs(),
              network.outputs());
      TensorVector gradients =
          torch.grad(new TensorVector(outputs.mul(weights).sum()), new TensorVector(flat));
      return TensorArrays.toDoubles(gradients.get(0));
    }
  }

  private static Tensor batch(Network network, double[] input, Precision precision) {
    int size = network.inputShape().stream().reduce(1, Math::multiplyExact);
    long[] shape = new long[network.inputShape().size() + 1];
    shape[0] = input.length / size;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = network.inputShape().get(i - 1);
    }
    return TensorArrays.of(input, precision, shape);
  }

  private static List<Tensor> split(Network network, Tensor flat) {
    List<Tensor> parameters = new ArrayList<>();
    for (ParameterTensor tensor : network.layout().tensors()) {
      long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
      parameters.add(flat.narrow(0, tensor.offset(), tensor.size()).view(shape));
    }
    return parameters;
  }
}
