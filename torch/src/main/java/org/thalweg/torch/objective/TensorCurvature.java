package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.torch.engine.FlatParameters;

/**
 * A curvature matrix at a copy of θ, (1/N) Σ Aₖ + wI over the chunks k: the Hessian with the
 * curvature w of the penalty, or Gauss–Newton and Fisher matrices without.
 *
 * <p>The graphs of as many chunks as the allowed memory holds stay between products, which saves
 * about a third of each; those of the other chunks are built again every time. The values are the
 * same. It computes with the threads of its objective, and so is closed before it and used by the
 * same thread.
 */
final class TensorCurvature implements LinearOperator {
  private final ObjectiveDefinition definition;
  private final DataPass pass;
  private final ChunkPass chunkPass;
  private final VectorSpace space;
  private final ChunkGraph.Builder graphs;
  private final double shift;
  private final FlatParameters theta;
  private final FlatParameters direction;
  private final List<@Nullable ChunkGraph> kept = new ArrayList<>();

  TensorCurvature(
      ObjectiveDefinition definition,
      DataPass pass,
      VectorSpace space,
      Vector theta,
      ChunkGraph.Builder graphs,
      double shift) {
    this.definition = definition;
    this.pass = pass;
    this.space = space;
    this.graphs = graphs;
    this.shift = shift;
    this.theta = definition.parameters().set(theta);
    this.chunkPass = definition.chunkPass(this.theta);
    this.direction = definition.parameters();
    if (definition.options().graphBytes() > 0) {
      try {
        keepFirst();
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public void apply(Vector x, Vector y) {
    direction.set(x);
    FlatParameters sum = pass.sum(this::product);
    sum.flat().scale(1.0 / definition.data().count());
    sum.flat().axpy(shift, direction.flat());
    definition.cost().hessianProduct();
    y.set(sum.flat());
  }

  @Override
  public void close() {
    kept.stream().filter(Objects::nonNull).forEach(ChunkGraph::close);
    kept.clear();
    chunkPass.close();
    theta.close();
    direction.close();
  }

  private void product(Chunk chunk, FlatParameters sum) {
    if (chunk.index() >= kept.size()) {
      try (ChunkGraph graph = graphs.build(chunkPass, theta, chunk)) {
        graph.product(direction, sum, false);
      }
      return;
    }
    ChunkGraph graph = kept.get(chunk.index());
    if (graph == null) {
      graph = graphs.build(chunkPass, theta, chunk);
      kept.set(chunk.index(), graph);
    }
    graph.product(direction, sum, true);
  }

  /** Keeps the first chunk's graph if there is room, and places for as many as fit beside it. */
  private void keepFirst() {
    List<Chunk> chunks = definition.data().chunks();
    ChunkGraph first = graphs.build(chunkPass, theta, chunks.get(0));
    long fitting = definition.options().graphBytes() / Math.max(1, first.bytes());
    if (fitting == 0) {
      first.close();
      return;
    }
    kept.add(first);
    kept.addAll(Collections.nCopies((int) Math.min(chunks.size(), fitting) - 1, null));
  }
}
