package org.thalweg.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A network prepared for one point of parameter space, e.g. with running statistics that belong to
 * it. Any number of threads may use it at once, until it is closed.
 */
@FunctionalInterface
public interface PointFunction extends AutoCloseable {
  /** As {@link ForwardFunction#forward}. */
  Tensor forward(List<Tensor> parameters, List<Tensor> inputs);

  /** As {@link ForwardFunction#forwardForGradient}. */
  default Tensor forwardForGradient(List<Tensor> parameters, List<Tensor> inputs) {
    return forward(parameters, inputs);
  }

  @Override
  default void close() {}
}
