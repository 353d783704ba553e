package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.NativeFailure;
import org.thalweg.torch.network.ForwardFunction;

/**
 * The samples as tensors, converted once and shared by an objective and its replicas; the last one
 * to close it frees them.
 */
final class ChunkedData {
  private final int count;
  private final List<Chunk> chunks;
  private final List<Tensor> owned;
  private final Targets targets;
  private final AtomicInteger users = new AtomicInteger(1);

  private ChunkedData(int count, List<Chunk> chunks, List<Tensor> owned, Targets targets) {
    this.count = count;
    this.chunks = List.copyOf(chunks);
    this.owned = List.copyOf(owned);
    this.targets = targets;
  }

  static ChunkedData of(
      Samples samples,
      ForwardFunction network,
      double[] weights,
      Loss loss,
      ObjectiveOptions options) {
    requireTargets(samples);
    int count = samples.count();
    List<Chunk> chunks = new ArrayList<>();
    List<Tensor> owned = new ArrayList<>();
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> inputs =
          InputTensors.of(samples, network.inputForms(samples.featureShape()), options.precision());
      List<Integer> outputShape = outputShape(network, weights, inputs, options);
      Tensor targets = loss.tensor(samples.targets(), outputShape, options.precision());
      for (int start = 0; start < count; start += options.chunkSize()) {
        int first = start;
        int size = Math.min(options.chunkSize(), count - start);
        List<Tensor> input = inputs.stream().map(all -> all.narrow(0, first, size)).toList();
        Chunk chunk = new Chunk(chunks.size(), start, size, input, targets.narrow(0, start, size));
        chunks.add(chunk);
        owned.addAll(chunk.inputs());
        owned.add(chunk.targets());
      }
      owned.forEach(Tensor::retainReference);
    } catch (RuntimeException e) {
      throw NativeFailure.explain(e);
    }
    return new ChunkedData(count, chunks, owned, samples.targets());
  }

  int count() {
    return count;
  }

  List<Chunk> chunks() {
    return chunks;
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
      owned.forEach(Tensor::close);
    }
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
