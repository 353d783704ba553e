package org.thalweg.objective;

import org.thalweg.parameter.ParameterLayout;

/**
 * A twice differentiable function of an array, in float64: what an analytic objective consists of.
 * Implementations are immutable, because replicas on several threads share them; the arrays they
 * are given are theirs.
 */
public interface SmoothFunction {
  ParameterLayout layout();

  Evaluation evaluate(double[] theta);

  double[] gradient(double[] theta);

  /** ∇²L(θ)·v. */
  double[] hessianProduct(double[] theta, double[] v);
}
