package org.thalweg.torch.objective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.NativeFailure;
import org.thalweg.torch.network.NetworkDerivatives;

/**
 * One chunk's share in a curvature matrix, from a network that differentiates itself: Jv forwards,
 * the curvature S in the answers, and once backwards. JᵀSJ, or with the change of J also the
 * Hessian JᵀSJ + Σₙ (∂ℓₙ/∂fₙ)·∂²fₙ/∂θ². Only the loss has a graph.
 */
final class DerivativeGraph implements ChunkGraph {
  private final NetworkDerivatives network;
  private final AnswerCurvature curvature;
  private final boolean moving;

  private DerivativeGraph(NetworkDerivatives network, AnswerCurvature curvature, boolean moving) {
    this.network = network;
    this.curvature = curvature;
    this.moving = moving;
  }

  /** How the curvature in the answers comes about. */
  interface CurvatureAt {
    AnswerCurvature at(Loss loss, Tensor answers, Tensor targets);
  }

  /** The Hessian. */
  static ChunkGraph.Builder hessian(NetworkDerivatives.Source source) {
    return (pass, theta, chunk) ->
        build(
            source.at(theta.views(), chunk.inputs()),
            network -> {
              AnswerCurvature.SecondDerivative curvature =
                  AnswerCurvature.hessian(pass.loss(), network.answers(), chunk.targets());
              network.weigh(curvature.slope());
              return new DerivativeGraph(network, curvature, true);
            });
  }

  /** JᵀSJ. */
  static ChunkGraph.Builder gaussNewton(NetworkDerivatives.Source source, CurvatureAt curvature) {
    return (pass, theta, chunk) ->
        build(
            source.at(theta.views(), chunk.inputs()),
            network ->
                new DerivativeGraph(
                    network, curvature.at(pass.loss(), network.answers(), chunk.targets()), false));
  }

  private interface Completion {
    ChunkGraph of(NetworkDerivatives network);
  }

  private static ChunkGraph build(NetworkDerivatives network, Completion completion) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      return completion.of(network);
    } catch (RuntimeException e) {
      network.close();
      throw NativeFailure.explain(e);
    }
  }

  @Override
  public void product(FlatParameters v, FlatParameters accumulator, boolean again) {
    try (PointerScope scope = new PointerScope()) {
      NetworkDerivatives.Tangent tangent = network.push(v.views());
      Tensor change = curvature.times(tangent.answers());
      if (moving) {
        network.pull(change, v.views(), tangent, accumulator.views());
      } else {
        network.pull(change, accumulator.views());
      }
    }
  }

  @Override
  public long bytes() {
    try (PointerScope scope = new PointerScope()) {
      return network.bytes() + GraphSize.bytes(curvature.graph());
    }
  }

  @Override
  public void close() {
    network.close();
    curvature.close();
  }
}
