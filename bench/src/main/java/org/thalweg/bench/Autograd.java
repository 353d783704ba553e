package org.thalweg.bench;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.InputForm;

/** A network of which only the answers are known: all derivatives come from autograd. */
record Autograd(ForwardFunction network) implements ForwardFunction {
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
