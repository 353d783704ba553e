package org.thalweg.torch.network;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.parameter.ParameterLayout;

/** What distinguishes one family of networks from another: its parameters and its formula. */
interface Architecture {
  ParameterLayout layout();

  /** As {@link Network#forward}. */
  Tensor forward(List<Tensor> parameters, Tensor input);

  /** As {@link ForwardFunction#linearEntry}. */
  default Optional<LinearEntry> linearEntry() {
    return Optional.empty();
  }
}
