package org.thalweg.probe.connectivity;

import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Objective;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;

/**
 * An objective that shares nothing between the points of a line: each has exactly the value that it
 * has by itself, so that the ends of a path have exactly the losses of the networks.
 */
record PointByPoint(Objective objective) implements Objective {
  @Override
  public ParameterLayout layout() {
    return objective.layout();
  }

  @Override
  public VectorSpace space() {
    return objective.space();
  }

  @Override
  public Vector parameters() {
    return objective.parameters();
  }

  @Override
  public Evaluation evaluate(Vector theta) {
    return objective.evaluate(theta);
  }

  @Override
  public int samples() {
    return objective.samples();
  }

  @Override
  public Cost cost() {
    return objective.cost();
  }

  @Override
  public Objective replicate() {
    return new PointByPoint(objective.replicate());
  }

  @Override
  public void close() {
    objective.close();
  }
}
