package org.thalweg.execution;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Objective;
import org.thalweg.objective.Restriction;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;

/**
 * A function of a few variables as an objective that watches how it is used: it counts evaluations
 * and replicas, and a replica refuses to be used or closed by another thread than its maker.
 */
public final class FunctionObjective implements Objective {
  /** What an objective shares with its replicas. */
  private record Shared(
      AtomicInteger evaluations, AtomicInteger calls, AtomicInteger made, AtomicInteger open) {}

  private final ArraySpace space;
  private final double[] theta;
  private final ToDoubleFunction<double[]> function;
  private final Shared shared;
  private final Thread owner = Thread.currentThread();

  public FunctionObjective(ArraySpace space, double[] theta, ToDoubleFunction<double[]> function) {
    this(
        space,
        theta,
        function,
        new Shared(
            new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new AtomicInteger()));
  }

  private FunctionObjective(
      ArraySpace space, double[] theta, ToDoubleFunction<double[]> function, Shared shared) {
    this.space = space;
    this.theta = theta;
    this.function = function;
    this.shared = shared;
  }

  /** In float64. */
  public static FunctionObjective of(double[] theta, ToDoubleFunction<double[]> function) {
    return new FunctionObjective(ArraySpace.of(theta.length), theta, function);
  }

  public int evaluations() {
    return shared.evaluations.get();
  }

  /** Calls that evaluate several points at once. */
  public int calls() {
    return shared.calls.get();
  }

  public int replicasMade() {
    return shared.made.get();
  }

  public int replicasOpen() {
    return shared.open.get();
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder().add("θ", ParameterKind.WEIGHT, theta.length).build();
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public Vector parameters() {
    return space.of(theta);
  }

  @Override
  public Evaluation evaluate(Vector point) {
    requireOwner();
    shared.evaluations.incrementAndGet();
    double value = function.applyAsDouble(point.toArray());
    return new Evaluation(value, value / 100, 1 / (1 + value));
  }

  @Override
  public Restriction along(AffineSubspace subspace) {
    Restriction pointByPoint = Objective.super.along(subspace);
    return coefficients -> {
      shared.calls.incrementAndGet();
      return pointByPoint.evaluate(coefficients);
    };
  }

  @Override
  public Cost cost() {
    return new Cost(evaluations(), 0, 0, 0);
  }

  @Override
  public Objective replicate() {
    shared.made.incrementAndGet();
    shared.open.incrementAndGet();
    return new FunctionObjective(space, theta, function, shared);
  }

  @Override
  public void close() {
    requireOwner();
    shared.open.decrementAndGet();
  }

  private void requireOwner() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("used by another thread than the one that made it");
    }
  }
}
