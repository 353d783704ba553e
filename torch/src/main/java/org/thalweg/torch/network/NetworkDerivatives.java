package org.thalweg.torch.network;

import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A network at one point and one batch, differentiated twice by hand: f(θ) with its Jacobian J, Jv,
 * Jᵀw and, for the sum s(θ) = ⟨w, f(θ)⟩ with w held fast, the product with ∂²s/∂θ².
 *
 * <p>What the layers read, their slopes and the derivatives that arrive at them are kept, so that a
 * product goes through the layers twice (forwards with the direction, backwards with what follows
 * from it) and repeats nothing of the passes that depend on θ alone. Values are those of autograd
 * up to rounding.
 *
 * <p>Source: B. Pearlmutter, Fast exact multiplication by the Hessian (1994).
 */
public interface NetworkDerivatives extends AutoCloseable {
  /** f, batch × outputs; do not close it. */
  Tensor answers();

  /**
   * Forwards: how the answers and all layers change as θ moves along v. In the innermost scope.
   *
   * @param v one shaped tensor for each entry of the layout
   */
  Tangent push(List<Tensor> v);

  /** Keeps the weights w of the answers, for {@link #pull(Tensor, List, Tangent, List)}. */
  void weigh(Tensor w);

  /**
   * Backwards: sums ← sums + Jᵀw.
   *
   * @param w batch × outputs
   * @param sums one shaped tensor for each entry of the layout, of any precision
   */
  void pull(Tensor w, List<Tensor> sums);

  /**
   * Backwards along a direction: sums ← sums + (dJᵀ)w + Jᵀdw, the change of Jᵀw as θ moves along v
   * and the weights along dw.
   *
   * @param change dw, batch × outputs
   * @param v as for {@link #push}
   * @param tangent what {@link #push} returned for v; it is used up
   */
  void pull(Tensor change, List<Tensor> v, Tangent tangent, List<Tensor> sums);

  /** Memory that is kept. */
  long bytes();

  @Override
  void close();

  /**
   * How a network changes along a direction.
   *
   * @param answers Jv
   * @param trail what the layers need of it on the way back, the last one first
   */
  record Tangent(Tensor answers, Deque<Tensor> trail) {}

  /** Where they come from. */
  interface Source {
    /**
     * Costs a forward pass; the caller closes the result.
     *
     * @param parameters one shaped tensor for each entry of the layout; their memory must not
     *     change as long as the result is used
     * @param inputs as for {@link ForwardFunction#forward}
     */
    NetworkDerivatives at(List<Tensor> parameters, List<Tensor> inputs);
  }
}
