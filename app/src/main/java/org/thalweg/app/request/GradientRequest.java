package org.thalweg.app.request;

import java.util.Optional;

/**
 * Loss and gradient at a model.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param noise whether the gradients of single samples are compared; the slow part
 * @param step a step of stochastic gradient descent whose noise is wanted; only with noise
 * @param topEigenspace k, for the share of the gradient in the k largest eigenvectors of the
 *     Hessian; 0 for none
 */
public record GradientRequest(
    ProbeScope scope, boolean noise, Optional<Step> step, int topEigenspace)
    implements ProbeRequest {
  public GradientRequest {
    Checks.atLeast("--top-eigenspace", 0, topEigenspace);
    Checks.require(
        noise || step.isEmpty(),
        "--learning-rate and --batch-size",
        "to be used with --noise",
        "no --noise");
  }

  /**
   * A step of stochastic gradient descent.
   *
   * @param learningRate above 0
   * @param batchSize samples in a batch
   */
  public record Step(double learningRate, int batchSize) {
    public Step {
      Checks.positive("--learning-rate", learningRate);
      Checks.atLeast("--batch-size", 1, batchSize);
    }
  }

  /** Loss, accuracy and gradient norms alone. */
  public static GradientRequest of(ProbeScope scope) {
    return new GradientRequest(scope, false, Optional.empty(), 0);
  }
}
