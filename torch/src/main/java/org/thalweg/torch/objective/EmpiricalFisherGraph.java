package org.thalweg.torch.objective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.thalweg.torch.engine.FlatParameters;

/** Σ ∇ℓₙ∇ℓₙᵀ over a chunk: JᵀJ with the Jacobian of the losses of single samples. */
record EmpiricalFisherGraph(JacobianGraph jacobian) implements ChunkGraph {
  static ChunkGraph build(ChunkPass pass, FlatParameters theta, Chunk chunk) {
    return new EmpiricalFisherGraph(
        JacobianGraph.build(theta, parameters -> pass.losses(parameters, chunk)));
  }

  @Override
  public void product(FlatParameters v, FlatParameters accumulator, boolean again) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      jacobian.pull(jacobian.push(v), accumulator);
    }
  }

  @Override
  public long bytes() {
    return jacobian.bytes();
  }

  @Override
  public void close() {
    jacobian.close();
  }
}
