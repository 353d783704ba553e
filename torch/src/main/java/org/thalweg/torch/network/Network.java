package org.thalweg.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A network as a function of its parameters: it holds no weights, so evaluating it changes nothing,
 * and any number of threads may use it at once.
 */
public interface Network extends ForwardFunction {
  NetworkSpecification specification();

  /** Shape of one sample, e.g. {@code [1, 28, 28]}. */
  List<Integer> inputShape();

  /** Numbers per answer: classes, or target components. */
  int outputs();

  /**
   * Raw outputs (logits), batch × outputs. Records a graph when gradients are enabled and a
   * parameter asks for one.
   *
   * @param parameters one shaped tensor for each entry of the layout, all of one precision
   * @param input batch × input shape, in the same precision
   */
  Tensor forward(List<Tensor> parameters, Tensor input);

  /**
   * One argument; images are channels-last in memory, where convolution and pooling are fastest.
   */
  @Override
  default List<InputForm> inputForms(List<Integer> featureShape) {
    boolean images = inputShape().size() == 3;
    return List.of(new InputForm(inputShape(), InputForm.Kind.REAL, images));
  }

  @Override
  default List<Integer> outputShape(List<Tensor> parameters, List<Tensor> inputs) {
    return List.of(outputs());
  }

  @Override
  default Tensor forward(List<Tensor> parameters, List<Tensor> inputs) {
    return forward(parameters, inputs.get(0));
  }

  /** New weights as PyTorch's defaults would distribute them, drawn from our own generator. */
  double[] initialize(long seed);
}
