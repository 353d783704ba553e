package org.thalweg.torch.network;

import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * y = φ(x), number by number: dy = φ′dx, and back g′ = φ′g, dg′ = φ′dg + φ″g·dx. The bend φ″ of a
 * ReLU is zero.
 */
final class FixedActivation extends FixedLayer {
  private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

  private final Activation activation;
  private final Tensor output;
  private final Tensor slope;
  private final Tensor bend;
  private Tensor weighedBend = new Tensor();

  FixedActivation(Activation activation, Tensor input) {
    this.activation = activation;
    this.output = Layers.activate(activation, input);
    this.slope = keep(slope(input, output));
    this.bend = activation == Activation.RELU ? new Tensor() : keep(bend(input));
  }

  private Tensor slope(Tensor input, Tensor output) {
    return switch (activation) {
      case RELU -> input.gt(new Scalar(0.0)).to(input.scalar_type());
      case TANH -> output.square().neg_().add_(new Scalar(1.0));
      case GELU -> torch.gelu_backward(torch.ones_like(input), input);
    };
  }

  /** φ″: of tanh −2φφ′, of xΦ(x) (2 − x²) times the normal density. */
  private Tensor bend(Tensor input) {
    return switch (activation) {
      case RELU -> throw new IllegalStateException("a ReLU does not bend");
      case TANH -> output.mul(slope).mul_(new Scalar(-2.0));
      case GELU -> {
        Tensor square = input.square();
        Tensor density = square.mul(new Scalar(-0.5)).exp_().mul_(new Scalar(DENSITY_AT_ZERO));
        yield square.neg_().add_(new Scalar(2.0)).mul_(density);
      }
    };
  }

  @Override
  Tensor output() {
    return output;
  }

  @Override
  Tensor push(Tensor change, List<Tensor> v, Deque<Tensor> trail) {
    trail.push(change);
    return change.mul(slope);
  }

  @Override
  Tensor weigh(Tensor outer) {
    if (activation != Activation.RELU) {
      weighedBend = keep(bend.mul(outer));
    }
    return outer.mul(slope);
  }

  @Override
  Tensor pull(Tensor outer, List<Tensor> sums) {
    return outer.mul(slope);
  }

  @Override
  Tensor pullAlong(Tensor change, List<Tensor> v, Deque<Tensor> trail, List<Tensor> sums) {
    Tensor inputChange = trail.pop();
    Tensor inner = change.mul(slope);
    return activation == Activation.RELU ? inner : inner.addcmul_(weighedBend, inputChange);
  }
}
