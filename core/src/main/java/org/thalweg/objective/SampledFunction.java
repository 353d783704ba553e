package org.thalweg.objective;

/**
 * A twice differentiable function of an array that is a mean over samples, L(θ) = (1/N) Σₙ ℓₙ(θ),
 * and known sample by sample. {@link FunctionObjective#of(SampledFunction, double[])} makes it a
 * {@link SampledObjective}.
 */
public interface SampledFunction extends SmoothFunction {
  /** N, at least 1. */
  int samples();

  /** ℓₙ(θ). */
  double[] sampleLosses(double[] theta);

  /** ⟨∇ℓₙ(θ), v⟩. */
  double[] sampleSlopes(double[] theta, double[] v);

  /** ‖∇ℓₙ(θ)‖². */
  double[] sampleSquaredGradientNorms(double[] theta);

  /**
   * Σₙ wₙ∇ℓₙ(θ).
   *
   * @param weights one for each sample
   */
  double[] weightedGradient(double[] theta, double[] weights);

  /** (1/N) Σ JₙᵀSₙJₙ · v; see {@link SampledObjective#gaussNewton}. */
  double[] gaussNewtonProduct(double[] theta, double[] v);

  /**
   * The Fisher information times v; see {@link SampledObjective#fisher}.
   *
   * @throws org.thalweg.error.ThalwegException {@code NOT_APPLICABLE} when the loss is no
   *     likelihood
   */
  double[] fisherProduct(double[] theta, double[] v);

  /**
   * The same function over some of the samples.
   *
   * @param samples indices from 0 to N − 1, repeated ones count repeatedly
   */
  SampledFunction subset(int[] samples);
}
