package org.thalweg.torch.objective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.torch.engine.FlatParameters;

/**
 * Σ JₙᵀSₙJₙ over a chunk, Jₙ the Jacobian of the answer and Sₙ a matrix that says how the loss
 * curves in it.
 */
final class GaussNewtonGraph implements ChunkGraph {
  private final JacobianGraph jacobian;
  private final AnswerCurvature curvature;

  private GaussNewtonGraph(JacobianGraph jacobian, AnswerCurvature curvature) {
    this.jacobian = jacobian;
    this.curvature = curvature;
  }

  /** With the Hessian of the loss. */
  static ChunkGraph hessian(ChunkPass pass, FlatParameters theta, Chunk chunk) {
    return build(pass, theta, chunk, AnswerCurvature::hessian);
  }

  /** With the Fisher information of logarithms of probabilities. */
  static ChunkGraph logProbabilities(ChunkPass pass, FlatParameters theta, Chunk chunk) {
    return build(pass, theta, chunk, AnswerCurvature::logProbabilities);
  }

  private interface CurvatureAt {
    AnswerCurvature at(Loss loss, Tensor answers, Tensor targets);
  }

  private static GaussNewtonGraph build(
      ChunkPass pass, FlatParameters theta, Chunk chunk, CurvatureAt curvature) {
    JacobianGraph jacobian =
        JacobianGraph.build(theta, parameters -> pass.outputs(parameters, chunk));
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      return new GaussNewtonGraph(
          jacobian, curvature.at(pass.loss(), jacobian.values(), chunk.targets()));
    } catch (RuntimeException e) {
      jacobian.close();
      throw e;
    }
  }

  @Override
  public void product(FlatParameters v, FlatParameters accumulator, boolean again) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      jacobian.pull(curvature.times(jacobian.push(v)), accumulator);
    }
  }

  @Override
  public long bytes() {
    try (PointerScope scope = new PointerScope()) {
      return jacobian.bytes() + GraphSize.bytes(curvature.graph());
    }
  }

  @Override
  public void close() {
    jacobian.close();
    curvature.close();
  }
}
