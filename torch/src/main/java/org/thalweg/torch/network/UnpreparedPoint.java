package org.thalweg.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A network that needs no preparation for a point. */
record UnpreparedPoint(ForwardFunction network) implements PointFunction {
  @Override
  public Tensor forward(List<Tensor> parameters, List<Tensor> inputs) {
    return network.forward(parameters, inputs);
  }

  @Override
  public Tensor forwardForGradient(List<Tensor> parameters, List<Tensor> inputs) {
    return network.forwardForGradient(parameters, inputs);
  }
}
