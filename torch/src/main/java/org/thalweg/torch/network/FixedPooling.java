package org.thalweg.torch.network;

import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The pixel of each 2×2 window at which φ is largest, before φ: at a fixed point pooling selects,
 * and what follows has a quarter of the numbers. Its input may lie in memory as it likes, its
 * output is channels-last.
 */
final class FixedPooling extends FixedLayer {
  private static final long[] TWOS = {2, 2};
  private static final long[] ZEROS = {0, 0};
  private static final long[] ONES = {1, 1};

  private final Tensor output;
  private final Tensor positions;
  private final long[] shape;
  private final boolean channelsLast;

  FixedPooling(Activation activation, Tensor input) {
    this.shape = new long[] {input.size(0), input.size(1), input.size(2), input.size(3)};
    this.channelsLast = !input.is_contiguous();
    Tensor compared = activation.monotone() ? input : Layers.activate(activation, input);
    // Pooling is several times faster this way, a copy included.
    compared = compared.contiguous(MemoryFormat.ChannelsLast);
    Tensor indices = torch.max_pool2d_with_indices(compared, TWOS, TWOS, ZEROS, ONES, false).get1();
    this.positions = keep(positions(indices));
    this.output = select(input);
  }

  /** From the pixel of a channel's image to the place in the memory of all images. */
  private Tensor positions(Tensor pixels) {
    long channel = channelsLast ? 1 : shape[2] * shape[3];
    long pixel = channelsLast ? shape[1] : 1;
    long image = shape[1] * shape[2] * shape[3];
    Tensor places =
        lastChannels(pixels)
            .mul(new Scalar(pixel))
            .add_(steps(shape[1], channel))
            .add_(steps(shape[0], image).view(-1, 1, 1, 1))
            .view(-1);
    // Half the memory, where the numbers are small enough.
    return shape[0] * image <= Integer.MAX_VALUE ? places.to(ScalarType.Int) : places;
  }

  private static Tensor steps(long count, long step) {
    try (TensorOptions options = new TensorOptions(ScalarType.Long)) {
      return torch.arange(new Scalar(count), options).mul_(new Scalar(step));
    }
  }

  @Override
  Tensor output() {
    return output;
  }

  @Override
  Tensor push(Tensor change, List<Tensor> v, Deque<Tensor> trail) {
    return select(change);
  }

  @Override
  Tensor weigh(Tensor outer) {
    return spread(outer);
  }

  @Override
  Tensor pull(Tensor outer, List<Tensor> sums) {
    return spread(outer);
  }

  @Override
  Tensor pullAlong(Tensor change, List<Tensor> v, Deque<Tensor> trail, List<Tensor> sums) {
    return spread(change);
  }

  private Tensor select(Tensor images) {
    Tensor memory = channelsLast ? lastChannels(images) : images.contiguous();
    return memory
        .view(-1)
        .index_select(0, positions)
        .view(shape[0], shape[2] / 2, shape[3] / 2, shape[1])
        .permute(0, 3, 1, 2);
  }

  /** Zero but for the selected pixels. */
  private Tensor spread(Tensor selected) {
    Tensor flat = lastChannels(selected).view(-1);
    Tensor images =
        torch.zeros(
            new long[] {shape[0] * shape[1] * shape[2] * shape[3]},
            new TensorOptions(selected.scalar_type().intern()));
    images.scatter_(0, positions, flat);
    return channelsLast
        ? images.view(shape[0], shape[2], shape[3], shape[1]).permute(0, 3, 1, 2)
        : images.view(shape);
  }

  /** The numbers in the order image, row, column, channel. */
  private static Tensor lastChannels(Tensor images) {
    return images.permute(0, 2, 3, 1).contiguous();
  }
}
