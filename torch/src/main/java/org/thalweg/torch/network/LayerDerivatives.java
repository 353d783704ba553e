package org.thalweg.torch.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** The derivatives of layers one after another. */
final class LayerDerivatives implements NetworkDerivatives {
  private final List<FixedLayer> layers;
  private final Tensor answers;

  private LayerDerivatives(List<FixedLayer> layers, Tensor answers) {
    this.layers = List.copyOf(layers);
    this.answers = answers;
    answers.retainReference();
  }

  /** Layers made one by one, each from the output of the one before. */
  static NetworkDerivatives of(Tensor input, List<Function<Tensor, FixedLayer>> layers) {
    List<FixedLayer> made = new ArrayList<>();
    boolean complete = false;
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor output = input;
      for (Function<Tensor, FixedLayer> layer : layers) {
        made.add(layer.apply(output));
        output = made.get(made.size() - 1).output();
      }
      complete = true;
      return new LayerDerivatives(made, output);
    } finally {
      if (!complete) {
        made.forEach(FixedLayer::close);
      }
    }
  }

  @Override
  public Tensor answers() {
    return answers;
  }

  @Override
  public Tangent push(List<Tensor> v) {
    try (NoGradGuard guard = new NoGradGuard()) {
      Deque<Tensor> trail = new ArrayDeque<>();
      Tensor change = new Tensor();
      for (FixedLayer layer : layers) {
        change = layer.push(change, v, trail);
      }
      return new Tangent(change, trail);
    }
  }

  @Override
  public void weigh(Tensor w) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor outer = w;
      for (int i = layers.size() - 1; i >= 0; i--) {
        outer = layers.get(i).weigh(outer);
      }
    }
  }

  @Override
  public void pull(Tensor w, List<Tensor> sums) {
    try (NoGradGuard guard = new NoGradGuard()) {
      Tensor outer = w;
      for (int i = layers.size() - 1; i >= 0; i--) {
        outer = layers.get(i).pull(outer, sums);
      }
    }
  }

  @Override
  public void pull(Tensor change, List<Tensor> v, Tangent tangent, List<Tensor> sums) {
    try (NoGradGuard guard = new NoGradGuard()) {
      Tensor outer = change;
      for (int i = layers.size() - 1; i >= 0; i--) {
        outer = layers.get(i).pullAlong(outer, v, tangent.trail(), sums);
      }
    }
  }

  @Override
  public long bytes() {
    return answers.nbytes() + layers.stream().mapToLong(FixedLayer::bytes).sum();
  }

  @Override
  public void close() {
    layers.forEach(FixedLayer::close);
    answers.close();
  }
}
