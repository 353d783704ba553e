package org.thalweg.torch.training;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.torch.engine.TensorSpace;
import org.thalweg.torch.engine.TensorVector;

/** Adam and AdamW. */
final class Adam implements Optimizer {
  private final OptimizerSpecification specification;
  private final TensorVector firstMoment;
  private final TensorVector secondMoment;
  private final TensorVector denominator;

  Adam(OptimizerSpecification specification, TensorSpace space) {
    this.specification = specification;
    this.firstMoment = space.zeros();
    this.secondMoment = space.zeros();
    this.denominator = space.zeros();
  }

  @Override
  public void step(Tensor theta, Tensor gradient, long step) {
    double rate = specification.learningRate();
    double decay = specification.weightDecay();
    try (PointerScope scope = new PointerScope()) {
      if (decay != 0 && specification.kind() == OptimizerKind.ADAMW) {
        theta.mul_(new Scalar(1 - rate * decay));
      } else if (decay != 0) {
        gradient.add_(theta, new Scalar(decay));
      }
      Tensor first = firstMoment.tensor();
      first.lerp_(gradient, new Scalar(1 - specification.beta1()));
      Tensor second = secondMoment.tensor();
      second.mul_(new Scalar(specification.beta2()));
      second.addcmul_(gradient, gradient, new Scalar(1 - specification.beta2()));
      Tensor root = denominator.tensor();
      torch.sqrt_out(root, second);
      root.div_(new Scalar(Math.sqrt(1 - Math.pow(specification.beta2(), (double) step))));
      root.add_(new Scalar(specification.epsilon()));
      double correction = 1 - Math.pow(specification.beta1(), (double) step);
      theta.addcdiv_(first, root, new Scalar(-rate / correction));
    }
  }

  @Override
  public Map<String, TensorVector> buffers() {
    return Map.of("first moment", firstMoment, "second moment", secondMoment);
  }

  @Override
  public void close() {
    Optimizer.super.close();
    denominator.close();
  }
}
