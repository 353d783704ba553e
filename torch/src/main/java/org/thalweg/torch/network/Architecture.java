package org.thalweg.torch.network;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.symmetry.UnitGroup;

/** What distinguishes one family of networks from another: its parameters and its formula. */
interface Architecture {
  ParameterLayout layout();

  /** The interchangeable hidden units, from input to output. */
  List<UnitGroup> unitGroups();

  /** As {@link Network#forward}. */
  Tensor forward(List<Tensor> parameters, Tensor input);

  /** As {@link ForwardFunction#forwardForGradient}. */
  default Tensor forwardForGradient(List<Tensor> parameters, Tensor input) {
    return forward(parameters, input);
  }

  /** As {@link ForwardFunction#backpropagation}. */
  default Optional<Backpropagation> backpropagation() {
    return Optional.empty();
  }

  /** As {@link ForwardFunction#derivatives}. */
  NetworkDerivatives derivatives(List<Tensor> parameters, Tensor input);

  /** As {@link ForwardFunction#linearEntry}. */
  default Optional<LinearEntry> linearEntry() {
    return Optional.empty();
  }
}
