package org.thalweg.torch.network;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * One layer y = f(x; θ) of {@link NetworkDerivatives}, at a fixed point and batch. A layer that
 * reads the data gets and returns undefined tensors on that side: data do not move.
 */
abstract class FixedLayer implements AutoCloseable {
  private final List<Tensor> kept = new ArrayList<>();

  /** y, in the scope in which the layer was made. */
  abstract Tensor output();

  /** dy from dx and v; puts on the trail what the way back needs. */
  abstract Tensor push(Tensor change, List<Tensor> v, Deque<Tensor> trail);

  /** Keeps g = ∂s/∂y as far as needed; returns ∂s/∂x. */
  abstract Tensor weigh(Tensor outer);

  /** ∂s/∂x from g; adds ∂s/∂θ to the sums. */
  abstract Tensor pull(Tensor outer, List<Tensor> sums);

  /** The change of ∂s/∂x from dg, dx and v; adds the change of ∂s/∂θ to the sums. */
  abstract Tensor pullAlong(Tensor change, List<Tensor> v, Deque<Tensor> trail, List<Tensor> sums);

  /** Saves a tensor from the end of the scope. */
  final Tensor keep(Tensor tensor) {
    tensor.retainReference();
    kept.add(tensor);
    return tensor;
  }

  long bytes() {
    return kept.stream().mapToLong(Tensor::nbytes).sum();
  }

  @Override
  public void close() {
    kept.forEach(Tensor::close);
    kept.clear();
  }
}
