package org.thalweg.torch.objective;

import org.thalweg.torch.network.ForwardFunction;

/**
 * How the curvature matrices of a network are computed: by its own derivatives where it has them,
 * else by autograd's.
 */
final class CurvatureGraphs {
  private CurvatureGraphs() {}

  /** ∂²Σℓ/∂θ². */
  static ChunkGraph.Builder hessian(ForwardFunction network) {
    return network.derivatives().map(DerivativeGraph::hessian).orElse(GradientGraph::build);
  }

  /** JᵀSJ with the Hessian S of the loss in the answers. */
  static ChunkGraph.Builder gaussNewton(ForwardFunction network) {
    return network
        .derivatives()
        .map(source -> DerivativeGraph.gaussNewton(source, AnswerCurvature::hessian))
        .orElse(GaussNewtonGraph::hessian);
  }

  /** JᵀSJ with the Fisher information S of answers that are logarithms of probabilities. */
  static ChunkGraph.Builder logProbabilities(ForwardFunction network) {
    return network
        .derivatives()
        .map(source -> DerivativeGraph.gaussNewton(source, AnswerCurvature::logProbabilities))
        .orElse(GaussNewtonGraph::logProbabilities);
  }

  /** Σ ∇ℓₙ∇ℓₙᵀ. */
  static ChunkGraph.Builder empiricalFisher(ForwardFunction network) {
    return network
        .derivatives()
        .map(source -> DerivativeGraph.gaussNewton(source, AnswerCurvature::outerProducts))
        .orElse(EmpiricalFisherGraph::build);
  }
}
