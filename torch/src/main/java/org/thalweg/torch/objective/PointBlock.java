package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.objective.Evaluation;
import org.thalweg.torch.engine.FlatParameters;

/**
 * Several points evaluated in one pass over the data: each chunk goes through the network once for
 * every point while it is in cache. Every point sees exactly the operations of a single evaluation,
 * and so gets the same value to the last bit.
 */
final class PointBlock implements AutoCloseable {
  private static final long BYTES = 64L << 20;
  private static final int POINTS = 64;

  private final ObjectiveDefinition definition;
  private final DataPass pass;
  private final List<FlatParameters> points = new ArrayList<>();

  PointBlock(ObjectiveDefinition definition, DataPass pass) {
    this.definition = definition;
    this.pass = pass;
  }

  List<Evaluation> evaluate(AffineSubspace subspace, List<double[]> coefficients) {
    List<Evaluation> evaluations = new ArrayList<>(coefficients.size());
    for (int start = 0; start < coefficients.size(); start += size()) {
      int end = Math.min(start + size(), coefficients.size());
      for (int i = start; i < end; i++) {
        if (points.size() <= i - start) {
          points.add(definition.parameters());
        }
        subspace.point(coefficients.get(i), points.get(i - start).flat());
      }
      evaluations.addAll(evaluate(points.subList(0, end - start)));
    }
    return evaluations;
  }

  List<Evaluation> evaluate(List<FlatParameters> points) {
    List<SampleLosses> losses = points.stream().map(point -> definition.losses()).toList();
    List<ChunkPass> passes = new ArrayList<>(points.size());
    try {
      passes.addAll(prepared(points));
      pass.forEach(
          chunk -> {
            for (int i = 0; i < points.size(); i++) {
              passes.get(i).evaluate(points.get(i), chunk, losses.get(i));
            }
          });
    } finally {
      passes.forEach(ChunkPass::close);
    }
    definition.cost().forward(points.size());
    List<Evaluation> evaluations = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      evaluations.add(losses.get(i).evaluation(definition.penalty(points.get(i))));
    }
    return evaluations;
  }

  /** Each point prepared for its passes, side by side where that takes work. */
  private List<ChunkPass> prepared(List<FlatParameters> points) {
    if (definition.network().preparingPasses() == 0) {
      return points.stream().map(definition::chunkPass).toList();
    }
    Queue<ChunkPass> made = new ConcurrentLinkedQueue<>();
    List<Callable<ChunkPass>> tasks = new ArrayList<>();
    for (FlatParameters point : points) {
      tasks.add(
          () -> {
            ChunkPass one = definition.chunkPass(point);
            made.add(one);
            return one;
          });
    }
    try {
      return pass.run(tasks);
    } catch (RuntimeException | Error e) {
      made.forEach(ChunkPass::close);
      throw e;
    }
  }

  private int size() {
    long bytes = 8L * definition.network().layout().dimension();
    return (int) Math.max(1, Math.min(POINTS, BYTES / bytes));
  }

  @Override
  public void close() {
    points.forEach(FlatParameters::close);
  }
}
