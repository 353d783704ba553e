package org.thalweg.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.parameter.ParameterLayout;

/**
 * A network as a function of its parameters: it holds no weights, so evaluating it changes nothing,
 * and any number of threads may use it at once.
 */
public interface Network {
  NetworkSpecification specification();

  /** Shape of one sample, e.g. {@code [1, 28, 28]}. */
  List<Integer> inputShape();

  /** Numbers per answer: classes, or target components. */
  int outputs();

  /** The parameters in the order in which PyTorch would list them. */
  ParameterLayout layout();

  /**
   * Raw outputs (logits), batch × outputs. Records a graph when gradients are enabled and a
   * parameter asks for one.
   *
   * @param parameters one shaped tensor for each entry of the layout, all of one precision
   * @param input batch × input shape, in the same precision
   */
  Tensor forward(List<Tensor> parameters, Tensor input);

  /** New weights as PyTorch's defaults would distribute them, drawn from our own generator. */
  double[] initialize(long seed);
}
