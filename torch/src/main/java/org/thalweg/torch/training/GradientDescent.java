package org.thalweg.torch.training;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.torch.engine.TensorSpace;
import org.thalweg.torch.engine.TensorVector;

/** SGD, momentum and Nesterov. */
final class GradientDescent implements Optimizer {
  private final OptimizerSpecification specification;
  private final Map<String, TensorVector> buffers;

  GradientDescent(OptimizerSpecification specification, TensorSpace space) {
    this.specification = specification;
    this.buffers =
        specification.kind() == OptimizerKind.SGD ? Map.of() : Map.of("momentum", space.zeros());
  }

  @Override
  public void step(Tensor theta, Tensor gradient, long step) {
    try (PointerScope scope = new PointerScope()) {
      if (specification.weightDecay() != 0) {
        gradient.add_(theta, new Scalar(specification.weightDecay()));
      }
      theta.add_(direction(gradient), new Scalar(-specification.learningRate()));
    }
  }

  private Tensor direction(Tensor gradient) {
    TensorVector buffer = buffers.get("momentum");
    if (buffer == null) {
      return gradient;
    }
    Tensor momentum = buffer.tensor();
    Scalar friction = new Scalar(specification.momentum());
    momentum.mul_(friction);
    momentum.add_(gradient);
    if (specification.kind() == OptimizerKind.MOMENTUM) {
      return momentum;
    }
    gradient.add_(momentum, friction);
    return gradient;
  }

  @Override
  public Map<String, TensorVector> buffers() {
    return buffers;
  }
}
