package org.thalweg.probe.connectivity;

import java.util.Arrays;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;

/**
 * The mini-batches of one training: each epoch a new order of all samples, cut into batches; the
 * whole loss where an objective has no batches, or a batch would hold all samples anyway.
 */
final class CurveBatches {
  private final DifferentiableObjective objective;
  private final int size;
  private final long seed;
  private int[] order = new int[0];
  private int next;
  private int epoch;

  CurveBatches(DifferentiableObjective objective, int size, long seed) {
    this.objective = objective;
    this.size = size;
    this.seed = seed;
  }

  /** target ← the gradient over the next batch. */
  Evaluation gradient(Vector point, Vector target) {
    if (objective instanceof SampledObjective sampled && size < sampled.samples()) {
      return sampled.gradient(point, nextBatch(sampled.samples()), target);
    }
    return objective.gradient(point, target);
  }

  String description() {
    return objective instanceof SampledObjective sampled && size < sampled.samples()
        ? "batch of " + size + " samples"
        : "gradient of the whole loss";
  }

  private int[] nextBatch(int samples) {
    if (next >= order.length) {
      order = RandomStream.of(seed, "curve batches", epoch++).permutation(samples);
      next = 0;
    }
    int end = Math.min(next + size, order.length);
    int[] batch = Arrays.copyOfRange(order, next, end);
    next = end;
    return batch;
  }
}
