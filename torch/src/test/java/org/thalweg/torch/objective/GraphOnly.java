package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.InputForm;
import org.thalweg.torch.network.Network;

/** A network of which nothing is known but its answers, so that autograd differentiates it. */
record GraphOnly(Network network) implements ForwardFunction {
  @Override
  public ParameterLayout layout() {
    return network.layout();
  }

  @Override
  public List<InputForm> inputForms(List<Integer> featureShape) {
    return network.inputForms(featureShape);
  }

  @Override
  public List<Integer> outputShape(List<Tensor> parameters, List<Tensor> inputs) {
    return network.outputShape(parameters, inputs);
  }

  @Override
  public Tensor forward(List<Tensor> parameters, List<Tensor> inputs) {
    return network.forward(parameters, inputs);
  }
}
