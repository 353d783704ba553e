package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.Network;

/**
 * The samples as tensors, converted once and shared by an objective and its replicas; the last one
 * to close it frees them.
 */
final class ChunkedData {
  /** Numbers copied to native memory at a time. */
  private static final int COPIED = 1 << 16;

  private final int count;
  private final List<Chunk> chunks;
  private final List<Tensor> owned;
  private final int[] labels;
  private final AtomicInteger users = new AtomicInteger(1);

  private ChunkedData(int count, List<Chunk> chunks, List<Tensor> owned, int[] labels) {
    this.count = count;
    this.chunks = List.copyOf(chunks);
    this.owned = List.copyOf(owned);
    this.labels = labels;
  }

  static ChunkedData of(Samples samples, Network network, Loss loss, ObjectiveOptions options) {
    requireFit(samples, network);
    int count = samples.count();
    List<Chunk> chunks = new ArrayList<>();
    List<Tensor> owned = new ArrayList<>();
    try (PointerScope scope = new PointerScope()) {
      Tensor inputs = inputs(samples, network, options);
      Tensor targets = loss.tensor(samples.targets(), network.outputs(), options.precision());
      for (int start = 0; start < count; start += options.chunkSize()) {
        int size = Math.min(options.chunkSize(), count - start);
        Tensor input = inputs.narrow(0, start, size);
        Chunk chunk = new Chunk(chunks.size(), start, size, input, targets.narrow(0, start, size));
        chunks.add(chunk);
        owned.add(chunk.inputs());
        owned.add(chunk.targets());
      }
      owned.forEach(Tensor::retainReference);
    }
    return new ChunkedData(count, chunks, owned, labels(samples.targets()));
  }

  int count() {
    return count;
  }

  List<Chunk> chunks() {
    return chunks;
  }

  /** The label of a sample, if the targets are labels. */
  int label(int sample) {
    return labels[sample];
  }

  /** For one more user, who will release it. */
  ChunkedData retain() {
    users.incrementAndGet();
    return this;
  }

  void release() {
    if (users.decrementAndGet() == 0) {
      owned.forEach(Tensor::close);
    }
  }

  private static Tensor inputs(Samples samples, Network network, ObjectiveOptions options) {
    int count = samples.count();
    List<Integer> shape = network.inputShape();
    int size = elements(shape);
    long[] batch = new long[shape.size() + 1];
    batch[0] = count;
    for (int i = 0; i < shape.size(); i++) {
      batch[i + 1] = shape.get(i);
    }
    Tensor single = TensorArrays.empty(ScalarType.Float, batch);
    int together = Math.max(1, COPIED / size);
    float[] copied = new float[together * size];
    for (int start = 0; start < count; start += together) {
      int length = Math.min(together, count - start);
      for (int i = 0; i < length; i++) {
        samples.features(start + i, copied, i * size);
      }
      TensorArrays.copy(copied, 0, length * size, single, (long) start * size);
    }
    Tensor inputs = single.to(TensorArrays.scalarType(options.precision()));
    return shape.size() == 3 ? channelsLast(inputs, batch) : inputs;
  }

  /**
   * Images with the channels of a pixel side by side, which libtorch's convolution and pooling read
   * fastest. With one channel both layouts are the same numbers, and only strides tell which is
   * meant.
   */
  private static Tensor channelsLast(Tensor images, long[] shape) {
    long channels = shape[1];
    long rowLength = shape[3] * channels;
    return images
        .contiguous(MemoryFormat.ChannelsLast)
        .as_strided(shape, shape[2] * rowLength, 1, rowLength, channels);
  }

  private static void requireFit(Samples samples, Network network) {
    if (samples.count() == 0 || samples.targets().count() != samples.count()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("at least one sample, and one target for each")
          .found(samples.count() + " samples and " + samples.targets().count() + " targets")
          .next("choose data that has samples");
    }
    if (elements(samples.featureShape()) != elements(network.inputShape())) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("samples of shape " + network.inputShape() + ", as the network reads them")
          .found("samples of shape " + samples.featureShape())
          .next("use the data that the network was made for");
    }
  }

  private static int elements(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  private static int[] labels(Targets targets) {
    if (!(targets instanceof Targets.Labels labels)) {
      return new int[0];
    }
    int[] values = new int[labels.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = labels.label(i);
    }
    return values;
  }
}
