package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.objective.SampleIndices;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.NativeFailure;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.ForwardFunction;

/**
 * The samples as tensors, converted once and shared by an objective and its replicas; the last one
 * to close it frees them.
 */
final class ChunkedData {
  private final int chunkSize;
  private final List<Chunk> chunks;
  private final List<Tensor> inputs;
  private final Tensor wanted;
  private final Targets targets;
  private final @Nullable ChunkedData source;
  private final AtomicInteger users = new AtomicInteger(1);

  /** Takes over tensors of the innermost scope. */
  private ChunkedData(
      List<Tensor> inputs,
      Tensor wanted,
      Targets targets,
      int chunkSize,
      @Nullable ChunkedData source) {
    this.chunkSize = chunkSize;
    this.inputs = List.copyOf(inputs);
    this.wanted = wanted;
    this.targets = targets;
    this.source = source;
    this.chunks = views(chunkSize);
    owned().forEach(Tensor::retainReference);
  }

  static ChunkedData of(
      Samples samples,
      ForwardFunction network,
      double[] weights,
      Loss loss,
      ObjectiveOptions options) {
    requireTargets(samples);
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> inputs =
          InputTensors.of(samples, network.inputForms(samples.featureShape()), options.precision());
      List<Integer> outputShape = outputShape(network, weights, inputs, options);
      Tensor wanted = loss.tensor(samples.targets(), outputShape, options.precision());
      return new ChunkedData(inputs, wanted, samples.targets(), options.chunkSize(), null);
    } catch (RuntimeException e) {
      throw NativeFailure.explain(e);
    }
  }

  /**
   * A copy of these samples alone, in this order; it is released on its own and keeps the data it
   * was taken from.
   */
  ChunkedData select(int[] samples) {
    SampleIndices.require(samples, count());
    try (PointerScope scope = new PointerScope()) {
      Tensor indices = TensorArrays.of(Arrays.stream(samples).asLongStream().toArray());
      return new ChunkedData(
          inputs.stream().map(all -> InputTensors.select(all, indices)).toList(),
          wanted.index_select(0, indices),
          targets.select(samples),
          chunkSize,
          whole().retain());
    }
  }

  int count() {
    return targets.count();
  }

  List<Chunk> chunks() {
    return chunks;
  }

  /** The samples in chunks of another size; the caller closes their tensors before the data. */
  List<Chunk> divided(int size) {
    try (PointerScope scope = new PointerScope()) {
      List<Chunk> divided = views(size);
      for (Chunk chunk : divided) {
        chunk.inputs().forEach(Tensor::retainReference);
        chunk.targets().retainReference();
      }
      return divided;
    }
  }

  private List<Chunk> views(int most) {
    List<Chunk> divided = new ArrayList<>();
    for (int start = 0; start < count(); start += most) {
      int first = start;
      int size = Math.min(most, count() - start);
      List<Tensor> input = inputs.stream().map(all -> all.narrow(0, first, size)).toList();
      divided.add(new Chunk(divided.size(), start, size, input, wanted.narrow(0, start, size)));
    }
    return List.copyOf(divided);
  }

  /**
   * The inputs from which a network may learn what is common to all samples, such as statistics:
   * those of the data that this was selected from.
   */
  List<List<Tensor>> preparation() {
    return whole().chunks.stream().map(Chunk::inputs).toList();
  }

  /** The label at a position of a sample, if the targets are labels. */
  int label(int sample, int position) {
    return ((Targets.Labels) targets).label(sample, position);
  }

  /** Labels for each sample; 0 if the targets are no labels. */
  int positions() {
    return targets instanceof Targets.Labels labels ? labels.positions() : 0;
  }

  /** For one more user, who will release it. */
  ChunkedData retain() {
    users.incrementAndGet();
    return this;
  }

  void release() {
    if (users.decrementAndGet() == 0) {
      owned().forEach(Tensor::close);
      if (source != null) {
        source.release();
      }
    }
  }

  private ChunkedData whole() {
    return source == null ? this : source;
  }

  private List<Tensor> owned() {
    List<Tensor> owned = new ArrayList<>(inputs);
    owned.add(wanted);
    for (Chunk chunk : chunks) {
      owned.addAll(chunk.inputs());
      owned.add(chunk.targets());
    }
    return owned;
  }

  /**
   * By asking the network, if it does not know by itself, about two samples: with one, a network
   * may take the number of samples for a dimension to be removed.
   */
  private static List<Integer> outputShape(
      ForwardFunction network, double[] weights, List<Tensor> inputs, ObjectiveOptions options) {
    try (FlatParameters parameters = new FlatParameters(network.layout(), options.precision());
        NoGradGuard guard = new NoGradGuard()) {
      parameters.set(weights);
      List<Tensor> first =
          inputs.stream().map(all -> all.narrow(0, 0, Math.min(2, all.size(0)))).toList();
      return network.outputShape(parameters.views(), first);
    }
  }

  private static void requireTargets(Samples samples) {
    if (samples.count() == 0 || samples.targets().count() != samples.count()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("at least one sample, and one target for each")
          .found(samples.count() + " samples and " + samples.targets().count() + " targets")
          .next("choose data that has samples");
    }
  }
}
