package org.thalweg.probe.sharpness;

import java.util.Arrays;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.SampledObjective;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;

/** ℓₙ(θ) = ½aₙ(θ − xₙ)² of one parameter, at θ = 0; L is the mean. */
final class SampledQuadratics implements SampledObjective {
  private final double[] a;
  private final double[] x;
  private long forward;
  private long gradients;

  SampledQuadratics(double[] a, double[] x) {
    this.a = a;
    this.x = x;
  }

  @Override
  public double[] sampleLosses(Vector theta) {
    forward++;
    double t = theta.toArray()[0];
    double[] losses = new double[a.length];
    for (int n = 0; n < a.length; n++) {
      losses[n] = a[n] * (t - x[n]) * (t - x[n]) / 2;
    }
    return losses;
  }

  @Override
  public Evaluation evaluate(Vector theta) {
    return Evaluation.exact(Arrays.stream(sampleLosses(theta)).average().orElse(Double.NaN));
  }

  @Override
  public Evaluation gradient(Vector theta, Vector target) {
    gradients++;
    double t = theta.toArray()[0];
    double slope = 0;
    for (int n = 0; n < a.length; n++) {
      slope += a[n] * (t - x[n]) / a.length;
    }
    target.set(new double[] {slope});
    forward--;
    return evaluate(theta);
  }

  @Override
  public SampledQuadratics subset(int[] samples) {
    return new SampledQuadratics(
        Arrays.stream(samples).mapToDouble(n -> a[n]).toArray(),
        Arrays.stream(samples).mapToDouble(n -> x[n]).toArray());
  }

  @Override
  public int samples() {
    return a.length;
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder().add("theta", ParameterKind.WEIGHT, 1, 1).build();
  }

  @Override
  public VectorSpace space() {
    return ArraySpace.of(1);
  }

  @Override
  public Vector parameters() {
    return space().zeros();
  }

  @Override
  public Cost cost() {
    return new Cost(forward, gradients, 0, 0);
  }

  @Override
  public SampledQuadratics replicate() {
    return this;
  }

  @Override
  public double[] sampleSlopes(Vector theta, Vector v) {
    throw new UnsupportedOperationException("not needed here");
  }

  @Override
  public double[] sampleSquaredGradientNorms(Vector theta) {
    throw new UnsupportedOperationException("not needed here");
  }

  @Override
  public Evaluation gradient(Vector theta, int[] samples, Vector target) {
    throw new UnsupportedOperationException("not needed here");
  }

  @Override
  public LinearOperator gaussNewton(Vector theta) {
    throw new UnsupportedOperationException("not needed here");
  }

  @Override
  public LinearOperator fisher(Vector theta) {
    throw new UnsupportedOperationException("not needed here");
  }

  @Override
  public LinearOperator empiricalFisher(Vector theta) {
    throw new UnsupportedOperationException("not needed here");
  }

  @Override
  public LinearOperator hessian(Vector theta) {
    throw new UnsupportedOperationException("not needed here");
  }
}
