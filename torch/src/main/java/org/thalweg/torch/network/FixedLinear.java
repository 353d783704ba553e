package org.thalweg.torch.network;

import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** y = xWᵀ + b, or y = xWᵀ. */
final class FixedLinear extends FixedLayer {
  private static final int NO_BIAS = -1;

  private final Tensor input;
  private final Tensor weight;
  private final Tensor output;
  private final int weightAt;
  private final int biasAt;
  private final boolean readsData;
  private Tensor outer = new Tensor();

  private FixedLinear(
      Tensor input, List<Tensor> parameters, int weightAt, int biasAt, boolean readsData) {
    this.input = keep(input);
    this.weight = parameters.get(weightAt);
    this.weightAt = weightAt;
    this.biasAt = biasAt;
    this.readsData = readsData;
    this.output = linear(input, parameters);
  }

  /** With a bias behind the weight in the layout. */
  static FixedLinear of(Tensor input, List<Tensor> parameters, int weightAt, boolean readsData) {
    return new FixedLinear(input, parameters, weightAt, weightAt + 1, readsData);
  }

  static FixedLinear withoutBias(Tensor input, List<Tensor> parameters, int weightAt) {
    return new FixedLinear(input, parameters, weightAt, NO_BIAS, false);
  }

  @Override
  Tensor output() {
    return output;
  }

  @Override
  Tensor push(Tensor change, List<Tensor> v, Deque<Tensor> trail) {
    trail.push(change);
    Tensor moved = linear(input, v);
    return readsData ? moved : moved.addmm_(change, weight.t());
  }

  @Override
  Tensor weigh(Tensor outer) {
    if (readsData) {
      return new Tensor();
    }
    this.outer = keep(outer);
    return inner(outer);
  }

  @Override
  Tensor pull(Tensor outer, List<Tensor> sums) {
    sums.get(weightAt).add_(torch.mm(outer.t(), input));
    addBias(outer, sums);
    return inner(outer);
  }

  @Override
  Tensor pullAlong(Tensor change, List<Tensor> v, Deque<Tensor> trail, List<Tensor> sums) {
    Tensor inputChange = trail.pop();
    Tensor product = torch.mm(change.t(), input);
    if (!readsData) {
      product.addmm_(outer.t(), inputChange);
    }
    sums.get(weightAt).add_(product);
    addBias(change, sums);
    return readsData ? new Tensor() : inner(change).addmm_(outer, v.get(weightAt));
  }

  private Tensor linear(Tensor x, List<Tensor> parameters) {
    return biasAt == NO_BIAS
        ? torch.mm(x, parameters.get(weightAt).t())
        : Layers.linear(x, parameters.get(weightAt), parameters.get(biasAt));
  }

  private Tensor inner(Tensor outer) {
    return readsData ? new Tensor() : torch.mm(outer, weight);
  }

  private void addBias(Tensor outer, List<Tensor> sums) {
    if (biasAt != NO_BIAS) {
      sums.get(biasAt).add_(outer.sum(0));
    }
  }
}
