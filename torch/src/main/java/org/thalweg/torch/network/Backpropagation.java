package org.thalweg.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.torch.engine.TensorWorkers;

/**
 * A network that differentiates itself: the gradient is written where it is wanted, without a graph
 * and without a copy, which for small networks is most of what a training step costs.
 */
public interface Backpropagation {
  /**
   * What each layer reads, and the answers last; in the innermost scope, without a graph.
   *
   * @param workers may share in the work
   */
  List<Tensor> forward(List<Tensor> parameters, List<Tensor> inputs, TensorWorkers workers);

  /**
   * Writes ∂L/∂θ.
   *
   * @param layers what {@link #forward} returned
   * @param answers ∂L/∂f, batch × outputs
   * @param gradient one shaped tensor for each entry of the layout; overwritten
   * @param workers may share in the work
   */
  void backward(
      List<Tensor> parameters,
      List<Tensor> layers,
      Tensor answers,
      List<Tensor> gradient,
      TensorWorkers workers);
}
