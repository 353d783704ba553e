package org.thalweg.torch.network;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** y = φ(xWᵀ + b) + x, or with a matrix P on the skip, y = φ(xWᵀ + b) + xPᵀ. */
final class FixedSkip extends FixedLayer {
  private static final int IDENTITY = -1;

  private final FixedLinear linear;
  private final FixedActivation activation;
  private final Optional<FixedLinear> projection;
  private final Tensor output;

  /**
   * @param weightAt of the weight in the layout; the bias follows
   * @param projectionAt of P, or −1 for the identity
   */
  FixedSkip(
      Activation function, Tensor input, List<Tensor> parameters, int weightAt, int projectionAt) {
    this.linear = FixedLinear.of(input, parameters, weightAt, false);
    this.activation = new FixedActivation(function, linear.output());
    this.projection =
        projectionAt == IDENTITY
            ? Optional.empty()
            : Optional.of(FixedLinear.withoutBias(input, parameters, projectionAt));
    this.output = activation.output().add(projection.map(FixedLinear::output).orElse(input));
  }

  @Override
  Tensor output() {
    return output;
  }

  @Override
  Tensor push(Tensor change, List<Tensor> v, Deque<Tensor> trail) {
    Tensor branch = activation.push(linear.push(change, v, trail), v, trail);
    return branch.add_(projection.map(p -> p.push(change, v, trail)).orElse(change));
  }

  @Override
  Tensor weigh(Tensor outer) {
    Tensor branch = linear.weigh(activation.weigh(outer));
    return branch.add(projection.map(p -> p.weigh(outer)).orElse(outer));
  }

  @Override
  Tensor pull(Tensor outer, List<Tensor> sums) {
    Tensor branch = linear.pull(activation.pull(outer, sums), sums);
    return branch.add_(projection.map(p -> p.pull(outer, sums)).orElse(outer));
  }

  @Override
  Tensor pullAlong(Tensor change, List<Tensor> v, Deque<Tensor> trail, List<Tensor> sums) {
    Tensor skip = projection.map(p -> p.pullAlong(change, v, trail, sums)).orElse(change);
    Tensor inner = activation.pullAlong(change, v, trail, sums);
    return linear.pullAlong(inner, v, trail, sums).add_(skip);
  }

  @Override
  long bytes() {
    return linear.bytes() + activation.bytes() + projection.map(FixedLayer::bytes).orElse(0L);
  }

  @Override
  public void close() {
    linear.close();
    activation.close();
    projection.ifPresent(FixedLayer::close);
  }
}
