package org.thalweg.torch.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;

/**
 * One flat vector θ and, sharing its memory, one shaped tensor for each entry of the layout:
 * whatever is written to the one is seen in the other.
 *
 * <p>It serves as the weights of a network and, for gradients, as an accumulator; {@link #close}
 * frees everything.
 */
public final class FlatParameters implements AutoCloseable {
  private final ParameterLayout layout;
  private final TensorVector flat;
  private final List<Tensor> views;
  private boolean closed;

  /** All zero. */
  public FlatParameters(ParameterLayout layout, Precision precision) {
    this.layout = layout;
    this.flat = new TensorSpace(layout.dimension(), precision).zeros();
    this.views = shaped();
    views.forEach(Tensor::retainReference);
  }

  public ParameterLayout layout() {
    return layout;
  }

  /** θ itself; it is closed with this object. */
  public TensorVector flat() {
    return flat;
  }

  /** The shaped tensors, in the order of the layout, without gradients. Do not close them. */
  public List<Tensor> views() {
    return views;
  }

  /**
   * New shaped tensors on the same memory that ask for gradients: leaves of autograd. They belong
   * to the innermost {@link PointerScope}. Moving θ in place spoils a graph that was built on them.
   */
  public List<Tensor> leaves() {
    List<Tensor> leaves = new ArrayList<>(views.size());
    for (Tensor view : views) {
      Tensor leaf = view.detach();
      leaf.set_requires_grad(true);
      leaves.add(leaf);
    }
    return List.copyOf(leaves);
  }

  public FlatParameters set(Vector theta) {
    flat.set(theta);
    return this;
  }

  public FlatParameters set(double[] theta) {
    flat.set(theta);
    return this;
  }

  public FlatParameters zero() {
    flat.tensor().zero_();
    return this;
  }

  /**
   * Adds tensors of the shapes of the layout, e.g. what {@code torch.grad} returned; an undefined
   * tensor counts as zero. A float64 accumulator takes float32 tensors.
   */
  public FlatParameters add(org.bytedeco.pytorch.TensorVector tensors) {
    try (PointerScope scope = new PointerScope()) {
      for (int i = 0; i < views.size(); i++) {
        Tensor tensor = tensors.get(i);
        if (tensor.defined()) {
          views.get(i).add_(tensor);
        }
      }
    }
    return this;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      views.forEach(Tensor::close);
      flat.close();
    }
  }

  private List<Tensor> shaped() {
    List<Tensor> shaped = new ArrayList<>();
    for (ParameterTensor entry : layout.tensors()) {
      long[] shape = entry.shape().stream().mapToLong(Integer::longValue).toArray();
      try (Tensor piece = flat.tensor().narrow(0, entry.offset(), entry.size())) {
        shaped.add(piece.view(shape));
      }
    }
    return List.copyOf(shaped);
  }
}
