package org.thalweg.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A network that begins with a linear layer, so that the work of this layer can be shared by all
 * points of a line or plane: its answers along θ + Σ cₖdₖ are Wx + b = (W₀x + b₀) + Σ cₖ(Dₖx + dₖ).
 * What follows is computed for many points at once.
 */
public interface LinearEntry {
  /** How many tensors of the layout, from the first on, belong to the first layer. */
  int tensors();

  /** Width of the first layer. */
  int width();

  /**
   * result ← W x + b of the first layer, units along the rows, which makes everything behind it
   * faster: activations and sums over outputs run over many samples at a time.
   *
   * @param parameters one shaped tensor for each entry of the layout
   * @param input batch × shape
   * @param result width × batch; may be a part of a wider tensor
   */
  void first(List<Tensor> parameters, Tensor input, Tensor result);

  /**
   * The network behind the first layer, without recording a graph.
   *
   * @param answers of the first layer, before its activation: points × width × batch; overwritten
   * @param parameters for each entry of the layout behind the first layer, points × shape
   * @return points × outputs × batch, in the innermost scope
   */
  Tensor rest(Tensor answers, List<Tensor> parameters);
}
