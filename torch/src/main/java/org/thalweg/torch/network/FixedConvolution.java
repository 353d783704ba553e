package org.thalweg.torch.network;

import java.util.Deque;
import java.util.List;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * y = x ∗ W + b with a 3×3 window, padding 1 and stride 1, images channels-last. A 1×1 convolution
 * beside it, y = x ∗ W + b + x ∗ S + c, is one with S added at the centre of W; what follows for S
 * is read off at the centre again.
 */
final class FixedConvolution extends FixedLayer {
  /** Without a 1×1 convolution. */
  static final int NO_SKIP = -1;

  private static final long[] ONES = {1, 1};
  private static final long[] ZEROS = {0, 0};

  private final Tensor input;
  private final Tensor weight;
  private final Tensor output;
  private final int at;
  private final int skipAt;
  private final boolean readsData;
  private Tensor outer = new Tensor();

  /**
   * @param at of the weight in the layout; the bias follows
   * @param skipAt the same of the 1×1 convolution, or {@link #NO_SKIP}
   */
  FixedConvolution(Tensor input, List<Tensor> parameters, int at, int skipAt, boolean readsData) {
    this.input = keep(input);
    this.at = at;
    this.skipAt = skipAt;
    this.readsData = readsData;
    this.weight = skipAt < 0 ? parameters.get(at) : keep(weight(parameters));
    this.output = Layers.convolution(input, weight, bias(parameters), 1);
  }

  @Override
  Tensor output() {
    return output;
  }

  @Override
  Tensor push(Tensor change, List<Tensor> v, Deque<Tensor> trail) {
    trail.push(change);
    Tensor moved = convolution(input, weight(v));
    if (readsData) {
      return moved;
    }
    try (Tensor carried = convolution(change, weight)) {
      return moved.add_(carried);
    }
  }

  @Override
  Tensor weigh(Tensor outer) {
    if (readsData) {
      return new Tensor();
    }
    this.outer = keep(outer);
    return backward(outer, input, weight, true, false).get0();
  }

  @Override
  Tensor pull(Tensor outer, List<Tensor> sums) {
    T_TensorTensorTensor_T back = backward(outer, input, weight, !readsData, true);
    add(back.get1(), sums);
    return back.get0();
  }

  @Override
  Tensor pullAlong(Tensor change, List<Tensor> v, Deque<Tensor> trail, List<Tensor> sums) {
    Tensor inputChange = trail.pop();
    Tensor inner = pull(change, sums);
    if (readsData) {
      return inner;
    }
    T_TensorTensorTensor_T back = backward(outer, inputChange, weight(v), true, true);
    add(back.get1(), sums);
    return inner.add_(back.get0());
  }

  private static Tensor convolution(Tensor images, Tensor weight) {
    try (TensorOptional none = new TensorOptional()) {
      return torch.conv2d(images, weight, none, ONES, ONES, ONES, 1);
    }
  }

  private static T_TensorTensorTensor_T backward(
      Tensor outer, Tensor input, Tensor weight, boolean inner, boolean weights) {
    try (BoolPointer wanted = new BoolPointer(3);
        LongArrayRefOptional noBias = new LongArrayRefOptional()) {
      wanted.put(0, inner).put(1, weights).put(2, false);
      return torch.convolution_backward(
          outer, input, weight, noBias, ONES, ONES, ONES, false, ZEROS, 1, wanted);
    }
  }

  private Tensor weight(List<Tensor> parameters) {
    Tensor main = parameters.get(at);
    if (skipAt < 0) {
      return main;
    }
    Tensor sum = main.clone();
    centre(sum).add_(parameters.get(skipAt));
    return sum;
  }

  private Tensor bias(List<Tensor> parameters) {
    Tensor main = parameters.get(at + 1);
    return skipAt < 0 ? main : main.add(parameters.get(skipAt + 1));
  }

  private void add(Tensor product, List<Tensor> sums) {
    sums.get(at).add_(product);
    if (skipAt >= 0) {
      sums.get(skipAt).add_(centre(product));
    }
  }

  private static Tensor centre(Tensor window) {
    return window.narrow(2, 1, 1).narrow(3, 1, 1);
  }
}
