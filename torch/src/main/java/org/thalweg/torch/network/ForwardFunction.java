package org.thalweg.torch.network;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.symmetry.NetworkSymmetries;

/**
 * Answers as a function of parameters and inputs: all that an objective needs to know of a network.
 * It holds no parameters, so evaluating it changes nothing, and any number of threads may use it at
 * once.
 */
public interface ForwardFunction {
  /** The parameters in the order in which PyTorch would list them. */
  ParameterLayout layout();

  /**
   * The arguments into which the features of a sample are divided, one after the other.
   *
   * @param featureShape shape of one sample's features in the data
   */
  List<InputForm> inputForms(List<Integer> featureShape);

  /**
   * Shape of one sample's answer.
   *
   * @param parameters as for {@link #forward}
   * @param inputs a batch as for {@link #forward}
   */
  List<Integer> outputShape(List<Tensor> parameters, List<Tensor> inputs);

  /**
   * Raw outputs, batch × output shape, in the innermost scope. Records a graph when gradients are
   * enabled and a parameter asks for one.
   *
   * @param parameters one shaped tensor for each entry of the layout, all of one precision
   * @param inputs batch × shape for each input form
   */
  Tensor forward(List<Tensor> parameters, List<Tensor> inputs);

  /**
   * {@link #forward} for a graph that is differentiated once: it may take faster kernels whose
   * derivative has no derivative of its own. The values are the same up to rounding.
   */
  default Tensor forwardForGradient(List<Tensor> parameters, List<Tensor> inputs) {
    return forward(parameters, inputs);
  }

  /**
   * This network prepared for a point; the caller closes it. Most networks need no preparation.
   *
   * @param parameters the point, without gradients
   * @param data all inputs, chunk by chunk
   */
  default PointFunction at(List<Tensor> parameters, List<List<Tensor>> data) {
    return new UnpreparedPoint(this);
  }

  /**
   * The network as one whose first layer many points can share; empty if it is not of that kind.
   */
  default Optional<LinearEntry> linearEntry() {
    return Optional.empty();
  }

  /** The gradient without a graph, where a network knows a way. */
  default Optional<Backpropagation> backpropagation() {
    return Optional.empty();
  }

  /** First and second derivatives without a graph, where a network knows a way. */
  default Optional<NetworkDerivatives.Source> derivatives() {
    return Optional.empty();
  }

  /**
   * Which units may be exchanged or rescaled without changing the answers; empty where nobody has
   * described it, as for TorchScript files.
   */
  default Optional<NetworkSymmetries> symmetries() {
    return Optional.empty();
  }

  /** Passes over the data that {@link #at} makes. */
  default int preparingPasses() {
    return 0;
  }
}
