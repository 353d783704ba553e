package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.LinearEntry;

/**
 * What the first layer of a network answers to all samples, at the origin of a line or plane and
 * along each of its directions. Any number of threads may use it; they share the work of making it.
 *
 * <p>Memory: (1 + dimensions) × samples × width numbers, and as many copies of θ.
 */
final class FirstLayerAnswers implements AutoCloseable {
  /**
   * What is known of one part of the samples, in rows that are filled up.
   *
   * @param answers (1 + dimensions) × width × row
   * @param targets row × …
   */
  record Part(Tensor answers, Tensor targets) {}

  private final LinearEntry entry;
  private final List<Chunk> chunks;
  private final List<FlatParameters> spanning = new ArrayList<>();
  private final double[][] products;
  private final @Nullable Part[] parts;
  private final List<Object> locks = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  /** Computes nothing yet. */
  FirstLayerAnswers(ObjectiveDefinition definition, AffineSubspace subspace, BlockShape shape) {
    this.entry = definition.network().linearEntry().orElseThrow();
    this.chunks = definition.data().divided(shape.samples());
    this.parts = new Part[chunks.size()];
    chunks.forEach(chunk -> locks.add(new Object()));
    spanning.add(definition.parameters().set(subspace.origin()));
    for (Vector direction : subspace.directions()) {
      spanning.add(definition.parameters().set(direction));
    }
    this.products = definition.options().weightDecay() == 0 ? new double[0][] : products();
  }

  /** The samples, part by part. */
  List<Chunk> chunks() {
    return chunks;
  }

  /** θ and the directions. */
  List<FlatParameters> spanning() {
    return spanning;
  }

  /** Computes parts until no part is left that no thread has begun. */
  void prepare() {
    for (int i = next.getAndIncrement(); i < parts.length; i = next.getAndIncrement()) {
      part(chunks.get(i));
    }
  }

  /** One part, when it is ready. */
  Part part(Chunk chunk) {
    int index = chunk.index();
    synchronized (locks.get(index)) {
      Part known = parts[index];
      if (known == null) {
        known = compute(chunk);
        parts[index] = known;
      }
      return known;
    }
  }

  /** ‖θ + Σ cₖdₖ‖², if the objective has a weight decay. */
  double square(double[] coefficients) {
    double square = 0;
    for (int j = 0; j < products.length; j++) {
      for (int k = 0; k < products.length; k++) {
        square += weight(coefficients, j) * weight(coefficients, k) * products[j][k];
      }
    }
    return square;
  }

  private static double weight(double[] coefficients, int k) {
    return k == 0 ? 1 : coefficients[k - 1];
  }

  private double[][] products() {
    double[][] all = new double[spanning.size()][spanning.size()];
    for (int j = 0; j < all.length; j++) {
      for (int k = 0; k < all.length; k++) {
        all[j][k] = spanning.get(j).flat().dot(spanning.get(k).flat());
      }
    }
    return all;
  }

  private Part compute(Chunk chunk) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      int row = BlockShape.row(chunk.size());
      Tensor like = spanning.get(0).flat().tensor();
      Tensor answers = TensorArrays.empty(like.scalar_type(), spanning.size(), entry.width(), row);
      Tensor filling = answers.narrow(2, chunk.size(), (long) row - chunk.size());
      filling.zero_();
      for (int k = 0; k < spanning.size(); k++) {
        entry.first(
            spanning.get(k).views(),
            chunk.inputs().get(0),
            answers.select(0, k).narrow(1, 0, chunk.size()));
      }
      Tensor targets = filledUp(chunk.targets(), row);
      answers.retainReference();
      targets.retainReference();
      return new Part(answers, targets);
    }
  }

  private static Tensor filledUp(Tensor targets, int row) {
    Tensor filling = torch.zeros_like(targets.narrow(0, 0, 1));
    long[] repeats = new long[Math.toIntExact(targets.dim())];
    Arrays.fill(repeats, 1);
    repeats[0] = row - targets.size(0);
    return repeats[0] == 0
        ? targets.clone()
        : torch.cat(new TensorVector(targets, filling.repeat(repeats)));
  }

  @Override
  public void close() {
    for (Part part : parts) {
      if (part != null) {
        part.answers().close();
        part.targets().close();
      }
    }
    for (Chunk chunk : chunks) {
      chunk.inputs().forEach(Tensor::close);
      chunk.targets().close();
    }
    spanning.forEach(FlatParameters::close);
  }
}
