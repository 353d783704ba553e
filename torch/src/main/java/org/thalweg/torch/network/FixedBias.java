package org.thalweg.torch.network;

import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * The derivatives of biases that a {@link FixedConvolution} has added already: behind the pooling,
 * where there are fewer numbers, and where adding them comes to the same.
 */
final class FixedBias extends FixedLayer {
  private static final long[] ALL_BUT_CHANNELS = {0, 2, 3};

  private final Tensor output;
  private final List<Integer> at;

  /**
   * @param at of the biases in the layout
   */
  FixedBias(Tensor input, List<Integer> at) {
    this.output = input;
    this.at = List.copyOf(at);
  }

  @Override
  Tensor output() {
    return output;
  }

  @Override
  Tensor push(Tensor change, List<Tensor> v, Deque<Tensor> trail) {
    at.forEach(bias -> change.add_(v.get(bias).view(1, -1, 1, 1)));
    return change;
  }

  @Override
  Tensor weigh(Tensor outer) {
    return outer;
  }

  @Override
  Tensor pull(Tensor outer, List<Tensor> sums) {
    Tensor sum = outer.sum(ALL_BUT_CHANNELS, false, null);
    at.forEach(bias -> sums.get(bias).add_(sum));
    return outer;
  }

  @Override
  Tensor pullAlong(Tensor change, List<Tensor> v, Deque<Tensor> trail, List<Tensor> sums) {
    return pull(change, sums);
  }
}
