package org.thalweg.torch.objective;

import org.thalweg.torch.engine.FlatParameters;

/**
 * One chunk's share in a curvature matrix: a symmetric matrix, known by its products, and the
 * autograd graph behind them. The graph refers to the memory of the parameters, which must not
 * change while it lives.
 */
interface ChunkGraph extends AutoCloseable {
  /** accumulator ← accumulator + Av; {@code again} if the graph is to be used once more. */
  void product(FlatParameters v, FlatParameters accumulator, boolean again);

  /** About how much memory it holds. */
  long bytes();

  @Override
  void close();

  /** How to make one. */
  interface Builder {
    ChunkGraph build(ChunkPass pass, FlatParameters theta, Chunk chunk);
  }
}
