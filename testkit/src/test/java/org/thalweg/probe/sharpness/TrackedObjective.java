package org.thalweg.probe.sharpness;

import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.objective.Evaluation;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;
import org.thalweg.testkit.TrackedSpace;

/** An objective that knows how many vectors of its space are open. */
final class TrackedObjective implements DifferentiableObjective {
  private final DifferentiableObjective objective;
  private final TrackedSpace space;

  TrackedObjective(DifferentiableObjective objective) {
    this.objective = objective;
    this.space = new TrackedSpace(objective.space());
  }

  @Override
  public ParameterLayout layout() {
    return objective.layout();
  }

  @Override
  public TrackedSpace space() {
    return space;
  }

  @Override
  public Vector parameters() {
    try (Vector theta = objective.parameters()) {
      return space.of(theta.toArray());
    }
  }

  @Override
  public Evaluation evaluate(Vector theta) {
    return objective.evaluate(theta);
  }

  @Override
  public Evaluation gradient(Vector theta, Vector target) {
    return objective.gradient(theta, target);
  }

  @Override
  public Cost cost() {
    return objective.cost();
  }

  @Override
  public DifferentiableObjective replicate() {
    return this;
  }
}
