package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much the gradients ∇ℓₙ of single samples scatter around their mean. Σ is their covariance, Tr
 * Σ = (1/(N − 1)) Σₙ ‖∇ℓₙ − mean‖².
 *
 * @param samples N
 * @param norm ‖∇L‖₂ of the mean loss
 * @param covarianceTrace tr Σ
 * @param noiseScale tr Σ / ‖∇L‖²: the batch size at which noise and signal are equally large
 *     ("simple noise scale")
 * @param signalToNoise ‖∇L‖ / √(tr Σ / N) for the gradient over all samples; about 1 when it is
 *     nothing but the error of a finite sample
 * @param populationSquaredNorm ‖∇L‖² − tr Σ / N: without the bias of a finite sample, and therefore
 *     possibly negative
 * @param sampleNorms ‖∇ℓₙ‖₂ of the single samples; none if there are none to show
 * @param step the noise of one step of stochastic gradient descent, if its size was given
 * @param outcome converged when all samples were seen
 */
public record GradientNoise(
    int samples,
    SampleEstimate norm,
    SampleEstimate covarianceTrace,
    SampleEstimate noiseScale,
    SampleEstimate signalToNoise,
    SampleEstimate populationSquaredNorm,
    Optional<Histogram> sampleNorms,
    Optional<Step> step,
    Outcome outcome) {

  /** √(tr Σ / N): how long a gradient over all samples is by chance, if there is none. */
  public double samplingErrorOfGradient() {
    return Math.sqrt(covarianceTrace.value() / samples);
  }

  /**
   * The noise of one step θ ← θ − η·(mean gradient of a batch).
   *
   * @param learningRate η
   * @param batchSize B
   * @param temperature (η/B)·tr Σ
   * @param signalToNoise ‖∇L‖ / √(tr Σ / B)
   */
  public record Step(
      double learningRate,
      int batchSize,
      SampleEstimate temperature,
      SampleEstimate signalToNoise) {}

  List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    all.add(covarianceTrace.measurement("gradient variance tr Σ", outcome));
    all.add(noiseScale.measurement("noise scale tr Σ/‖∇L‖²", outcome));
    all.add(signalToNoise.measurement("signal to noise of the gradient", outcome));
    all.add(populationSquaredNorm.measurement("‖∇L‖² without sampling bias", outcome));
    step.ifPresent(
        one -> {
          all.add(one.temperature().measurement("(η/B)·tr Σ", outcome));
          all.add(
              one.signalToNoise()
                  .measurement("signal to noise of a batch of " + one.batchSize(), outcome));
        });
    return all;
  }
}
