package org.thalweg.torch.training;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.thalweg.data.Samples;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.objective.Loss;

/**
 * The training split as one tensor of inputs and one of targets, from which batches are taken by
 * index, in an order that is drawn anew for every epoch. Inputs are held in float32, whatever the
 * precision of the training: that is what data sets have.
 */
final class TrainingBatches implements AutoCloseable {
  private final int count;
  private final int batchSize;
  private final long seed;
  private final ScalarType precision;
  private final Tensor inputs;
  private final Tensor targets;
  private long epoch = -1;
  private @Nullable Tensor order;

  TrainingBatches(
      Samples samples, Network network, Loss loss, Precision precision, int batchSize, long seed) {
    requireFit(samples, network);
    this.count = samples.count();
    this.batchSize = batchSize;
    this.seed = seed;
    this.precision = TensorArrays.scalarType(precision);
    this.targets = loss.tensor(samples.targets(), List.of(network.outputs()), precision);
    targets.retainReference();
    this.inputs = inputs(samples, network.inputShape());
    inputs.retainReference();
  }

  long stepsPerEpoch() {
    return ((long) count + batchSize - 1) / batchSize;
  }

  /** The samples of the step that follows {@code step} others: a view of the epoch's order. */
  Tensor batch(long step) {
    long start = step % stepsPerEpoch() * batchSize;
    return order(step / stepsPerEpoch()).narrow(0, start, Math.min(batchSize, count - start));
  }

  /** Room for the inputs of so many samples, in the innermost scope. */
  Tensor roomForInputs(int samples) {
    return torch.empty_like(inputs.narrow(0, 0, samples));
  }

  /** Room for the targets of so many samples, in the innermost scope. */
  Tensor roomForTargets(int samples) {
    return torch.empty_like(targets.narrow(0, 0, samples));
  }

  /** These samples' inputs, copied to this room; in the precision of the training. */
  Tensor inputs(Tensor indices, Tensor room) {
    Tensor selected = select(inputs, indices, room);
    return precision == ScalarType.Float ? selected : selected.to(precision);
  }

  /** These samples' targets, copied to this room. */
  Tensor targets(Tensor indices, Tensor room) {
    return select(targets, indices, room);
  }

  private static Tensor select(Tensor all, Tensor indices, Tensor room) {
    long samples = indices.numel();
    Tensor chosen = samples == room.size(0) ? room : room.narrow(0, 0, samples);
    return torch.index_select_out(chosen, all, 0, indices);
  }

  @Override
  public void close() {
    inputs.close();
    targets.close();
    if (order != null) {
      order.close();
    }
  }

  private Tensor order(long wanted) {
    if (order != null && epoch == wanted) {
      return order;
    }
    int[] permutation = RandomStream.of(seed, "batch order", wanted).permutation(count);
    long[] indices = new long[count];
    for (int i = 0; i < count; i++) {
      indices[i] = permutation[i];
    }
    if (order != null) {
      order.close();
    }
    Tensor drawn = TensorArrays.of(indices);
    drawn.retainReference();
    order = drawn;
    epoch = wanted;
    return drawn;
  }

  private static Tensor inputs(Samples samples, List<Integer> shape) {
    long[] batch = new long[shape.size() + 1];
    batch[0] = samples.count();
    for (int i = 0; i < shape.size(); i++) {
      batch[i + 1] = shape.get(i);
    }
    Tensor inputs = TensorArrays.empty(ScalarType.Float, batch);
    float[] features = new float[elements(shape)];
    for (int sample = 0; sample < samples.count(); sample++) {
      samples.features(sample, features, 0);
      TensorArrays.copy(features, 0, features.length, inputs, (long) sample * features.length);
    }
    return inputs;
  }

  private static void requireFit(Samples samples, Network network) {
    if (samples.count() == 0
        || elements(samples.featureShape()) != elements(network.inputShape())) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("samples of shape " + network.inputShape())
          .found(samples.count() + " samples of shape " + samples.featureShape())
          .next("train on data that the network was made for");
    }
  }

  private static int elements(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
