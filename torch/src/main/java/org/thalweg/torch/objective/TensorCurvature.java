package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.NativeFailure;

/**
 * A curvature matrix at a copy of θ, (1/N) Σ Aₖ + wI over the chunks k: the Hessian with the
 * curvature w of the penalty, or Gauss–Newton and Fisher matrices without.
 *
 * <p>The graphs of as many chunks as the allowed memory holds stay between products, which saves
 * about a third of each; those of the other chunks are built again every time, once for all vectors
 * that are multiplied together. The values are the same. It computes with the threads of its
 * objective, and so is closed before it and used by the same thread.
 */
final class TensorCurvature implements LinearOperator {
  private final ObjectiveDefinition definition;
  private final DataPass pass;
  private final ChunkPass chunkPass;
  private final VectorSpace space;
  private final ChunkGraph.Builder graphs;
  private final double shift;
  private final FlatParameters theta;
  private final List<FlatParameters> directions = new ArrayList<>();
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
    if (definition.options().graphBytes() > 0) {
      try {
        keepFirst();
      } catch (RuntimeException e) {
        close();
        throw NativeFailure.explain(e);
      }
    }
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public void apply(Vector x, Vector y) {
    applyAll(List.of(x), List.of(y), () -> false);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A graph that is not kept is built once for several vectors. Asked before every chunk.
   */
  @Override
  public boolean applyAll(
      List<? extends Vector> xs, List<? extends Vector> ys, BooleanSupplier stop) {
    int together = Math.max(1, Math.min(xs.size(), pass.together()));
    for (int start = 0; start < xs.size(); start += together) {
      int end = Math.min(start + together, xs.size());
      if (stop.getAsBoolean() || !products(xs.subList(start, end), ys.subList(start, end), stop)) {
        return false;
      }
    }
    return true;
  }

  /** Several where graphs are not kept, as far as there is room for their sums. */
  @Override
  public int together() {
    return kept.size() < definition.data().chunks().size() ? pass.together() : 1;
  }

  private boolean products(
      List<? extends Vector> xs, List<? extends Vector> ys, BooleanSupplier stop) {
    while (directions.size() < xs.size()) {
      directions.add(definition.parameters());
    }
    for (int i = 0; i < xs.size(); i++) {
      directions.get(i).set(xs.get(i));
    }
    List<FlatParameters> vectors = directions.subList(0, xs.size());
    Optional<List<FlatParameters>> sums =
        pass.sums(xs.size(), (chunk, parts) -> products(chunk, vectors, parts), stop);
    sums.ifPresent(
        all -> {
          for (int i = 0; i < all.size(); i++) {
            FlatParameters sum = all.get(i);
            sum.flat().scale(1.0 / definition.data().count());
            sum.flat().axpy(shift, vectors.get(i).flat());
            definition.cost().hessianProduct();
            ys.get(i).set(sum.flat());
          }
        });
    return sums.isPresent();
  }

  @Override
  public void close() {
    kept.stream().filter(Objects::nonNull).forEach(ChunkGraph::close);
    kept.clear();
    chunkPass.close();
    theta.close();
    directions.forEach(FlatParameters::close);
    directions.clear();
  }

  private void products(Chunk chunk, List<FlatParameters> vectors, List<FlatParameters> sums) {
    if (chunk.index() >= kept.size()) {
      try (ChunkGraph graph = graphs.build(chunkPass, theta, chunk)) {
        for (int i = 0; i < vectors.size(); i++) {
          graph.product(vectors.get(i), sums.get(i), i + 1 < vectors.size());
        }
      }
      return;
    }
    ChunkGraph graph = kept.get(chunk.index());
    if (graph == null) {
      graph = graphs.build(chunkPass, theta, chunk);
      kept.set(chunk.index(), graph);
    }
    for (int i = 0; i < vectors.size(); i++) {
      graph.product(vectors.get(i), sums.get(i), true);
    }
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
