package org.thalweg.objective;

import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;

/**
 * A loss that is known sample by sample: L(θ) = (1/N) Σₙ ℓₙ(θ), where ℓₙ depends on θ through the
 * answer fₙ(θ) of a model.
 *
 * <p>This is what curvature matrices other than the Hessian, the noise of gradients and the error
 * from a finite number of samples are made of. A penalty on θ, such as weight decay, belongs to the
 * value, the gradient and the Hessian; single samples, Gauss–Newton and Fisher matrices leave it
 * out.
 */
public interface SampledObjective extends TwiceDifferentiableObjective {
  /** w of the penalty (w/2)‖θ‖² that the loss has beside the mean over samples; 0 for none. */
  default double weightDecay() {
    return 0;
  }

  /** ℓₙ(θ) for each sample. Costs one forward pass. */
  double[] sampleLosses(Vector theta);

  /** ⟨∇ℓₙ(θ), v⟩ for each sample. Costs about one Hessian-vector product. */
  double[] sampleSlopes(Vector theta, Vector v);

  /**
   * ‖∇ℓₙ(θ)‖² for each sample. Costs one gradient, taken sample by sample: the slowest of these.
   */
  double[] sampleSquaredGradientNorms(Vector theta);

  /**
   * target ← (1/|B|) Σ ∇ℓₙ(θ) over the samples of a batch B, the penalty included, and the mean
   * loss of the batch.
   *
   * @param samples indices from 0 to N − 1, in any order; a repeated index counts as often as it
   *     occurs
   */
  Evaluation gradient(Vector theta, int[] samples, Vector target);

  /**
   * G = (1/N) Σ JₙᵀSₙJₙ at a copy of θ, with Jₙ = ∂fₙ/∂θ and Sₙ the Hessian of the loss with
   * respect to the answer: the Hessian without the curvature of the model itself (Schraudolph
   * 2002). It has no negative eigenvalue if the loss is convex in the answer.
   */
  LinearOperator gaussNewton(Vector theta);

  /**
   * F = (1/N) Σ E[∇log p(y|fₙ) ∇log p(y|fₙ)ᵀ] at a copy of θ, the expectation over answers y that
   * the model itself gives: categorical for cross-entropy, Bernoulli for its binary form, normal
   * for squared errors with the variance that makes the loss the negative logarithm of the density,
   * so that F = G in all three cases (Martens 2020).
   *
   * @throws org.thalweg.error.ThalwegException {@code NOT_APPLICABLE} when the loss is no
   *     likelihood
   */
  LinearOperator fisher(Vector theta);

  /** F̂ = (1/N) Σ ∇ℓₙ∇ℓₙᵀ at a copy of θ: the second moment of the gradients of single samples. */
  LinearOperator empiricalFisher(Vector theta);

  /**
   * The same loss over some of the samples, closed on its own. It has a cost of its own, in passes
   * over the subset.
   */
  SampledObjective subset(int[] samples);

  @Override
  SampledObjective replicate();
}
