package org.thalweg.probe.sharpness;

import java.util.function.DoubleConsumer;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;

/**
 * One chain of stochastic gradient Langevin dynamics from θ: w ← w − (ε/2)(β∇L_B(w) + γ(w − θ)) +
 * √ε·ξ, ξ ~ N(0, I), whose density is nearly exp(−βL(w) − (γ/2)‖w − θ‖²) for small ε (Welling, Teh
 * 2011).
 *
 * <p>Noise from the stream (seed, {@code "langevin noise"}, chain), batches drawn with replacement
 * from (seed, {@code "langevin batches"}, chain). Costs a gradient of a batch for each step.
 *
 * @param beta β
 * @param stepSize ε
 * @param options what else; its step size is not used
 */
record LangevinChain(double beta, double stepSize, LangevinOptions options, long seed) {
  /**
   * The mean of L_B(w) − L_B(θ) over the steps that count.
   *
   * @param earlier over the first half of them
   * @param later over the second half
   */
  record Trace(double mean, double earlier, double later) {}

  /** Stops where the loss or a parameter is not finite any more. */
  Trace run(SharpnessPoint point, int chain, DoubleConsumer progress) {
    RandomStream noise = RandomStream.of(seed, "langevin noise", chain);
    RandomStream batches = RandomStream.of(seed, "langevin batches", chain);
    int half = options.steps() / 2;
    double earlier = 0;
    double later = 0;
    try (Vector w = point.theta().copy();
        Vector work = point.theta().space().zeros()) {
      int total = options.burnIn() + options.steps();
      for (int t = 0; t < total; t++) {
        point.requireNotCancelled();
        double rise = gradient(point, w, work, batches);
        if (!Double.isFinite(rise)) {
          return new Trace(Double.NaN, Double.NaN, Double.NaN);
        }
        int counted = t - options.burnIn();
        if (counted >= half) {
          later += rise;
        } else if (counted >= 0) {
          earlier += rise;
        }
        move(point.theta(), w, work, noise);
        progress.accept((t + 1.0) / total);
      }
    }
    int rest = options.steps() - half;
    return new Trace((earlier + later) / options.steps(), earlier / half, later / rest);
  }

  /** target ← ∇L_B(w); L_B(w) − L_B(θ). */
  private double gradient(SharpnessPoint point, Vector w, Vector target, RandomStream batches) {
    DifferentiableObjective objective = point.differentiable();
    if (options.batch() == 0
        || !(objective instanceof SampledObjective sampled)
        || sampled.samples() <= options.batch()) {
      return objective.gradient(w, target).loss() - point.loss();
    }
    double[] before = point.sampleLosses();
    int[] batch = new int[options.batch()];
    double reference = 0;
    for (int i = 0; i < batch.length; i++) {
      batch[i] = batches.below(before.length);
      reference += before[batch[i]] / batch.length;
    }
    return sampled.gradient(w, batch, target).loss() - reference;
  }

  private void move(Vector theta, Vector w, Vector gradient, RandomStream noise) {
    double pull = stepSize * options.localisation() / 2;
    w.scale(1 - pull).axpy(pull, theta).axpy(-stepSize * beta / 2, gradient);
    w.axpy(Math.sqrt(stepSize), gradient.set(noise.gaussians(w.dimension())));
  }
}
