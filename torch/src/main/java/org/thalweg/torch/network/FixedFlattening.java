package org.thalweg.torch.network;

import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** Images as rows in the order channel, row, column; back again channels-last. */
final class FixedFlattening extends FixedLayer {
  private final Tensor output;
  private final long[] shape;

  FixedFlattening(Tensor input) {
    this.output = Layers.flatten(input);
    this.shape = new long[] {input.size(0), input.size(1), input.size(2), input.size(3)};
  }

  @Override
  Tensor output() {
    return output;
  }

  @Override
  Tensor push(Tensor change, List<Tensor> v, Deque<Tensor> trail) {
    return Layers.flatten(change);
  }

  @Override
  Tensor weigh(Tensor outer) {
    return images(outer);
  }

  @Override
  Tensor pull(Tensor outer, List<Tensor> sums) {
    return images(outer);
  }

  @Override
  Tensor pullAlong(Tensor change, List<Tensor> v, Deque<Tensor> trail, List<Tensor> sums) {
    return images(change);
  }

  private Tensor images(Tensor rows) {
    return rows.view(shape).contiguous(MemoryFormat.ChannelsLast);
  }
}
