package org.thalweg.torch.training;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.torch.engine.TensorSpace;
import org.thalweg.torch.engine.TensorVector;

/**
 * One update rule at work on one flat θ: a few native calls in place, no memory taken per step. It
 * owns its buffers until {@link #close}.
 */
sealed interface Optimizer extends AutoCloseable permits GradientDescent, Adam {
  /**
   * Moves θ by one step.
   *
   * @param gradient of the loss of this step's batch; destroyed
   * @param step the number of this step, from 1
   */
  void step(Tensor theta, Tensor gradient, long step);

  /** What the next step depends on beyond θ and its number, by name; writing here restores it. */
  Map<String, TensorVector> buffers();

  @Override
  default void close() {
    buffers().values().forEach(TensorVector::close);
  }

  /** The rule of this specification with all buffers zero. */
  static Optimizer create(OptimizerSpecification specification, TensorSpace space) {
    return switch (specification.kind()) {
      case SGD, MOMENTUM, NESTEROV -> new GradientDescent(specification, space);
      case ADAM, ADAMW -> new Adam(specification, space);
    };
  }
}
