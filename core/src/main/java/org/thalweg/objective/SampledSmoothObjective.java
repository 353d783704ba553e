package org.thalweg.objective;

import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;

/** A {@link SampledFunction} as an objective. */
final class SampledSmoothObjective extends SmoothObjective implements SampledObjective {
  private final SampledFunction function;
  private final double[] point;
  private final Precision precision;

  SampledSmoothObjective(SampledFunction function, double[] point, Precision precision) {
    super(function, point, precision, new CostCounter(function.samples()));
    this.function = function;
    this.point = point.clone();
    this.precision = precision;
  }

  @Override
  public int samples() {
    return function.samples();
  }

  @Override
  public double[] sampleLosses(Vector theta) {
    counter().countForward();
    return function.sampleLosses(requireLength("point", theta.toArray()));
  }

  @Override
  public double[] sampleSlopes(Vector theta, Vector v) {
    counter().countHessianProduct();
    return function.sampleSlopes(
        requireLength("point", theta.toArray()), requireLength("direction", v.toArray()));
  }

  @Override
  public double[] sampleSquaredGradientNorms(Vector theta) {
    counter().countGradient();
    return function.sampleSquaredGradientNorms(requireLength("point", theta.toArray()));
  }

  @Override
  public Evaluation gradient(Vector theta, int[] samples, Vector target) {
    SampleIndices.require(samples, samples());
    double[] at = requireLength("point", theta.toArray());
    counter().countBatch(samples.length);
    SampledFunction batch = function.subset(samples);
    target.set(requireLength("gradient", batch.gradient(at.clone())));
    return batch.evaluate(at);
  }

  @Override
  public LinearOperator gaussNewton(Vector theta) {
    return operator(theta, function::gaussNewtonProduct, counter()::countHessianProduct);
  }

  @Override
  public LinearOperator fisher(Vector theta) {
    return operator(theta, function::fisherProduct, counter()::countHessianProduct);
  }

  /** (1/N) Σ ⟨∇ℓₙ, v⟩∇ℓₙ. */
  @Override
  public LinearOperator empiricalFisher(Vector theta) {
    return operator(
        theta,
        (at, v) -> {
          double[] weights = function.sampleSlopes(at.clone(), v);
          for (int n = 0; n < weights.length; n++) {
            weights[n] /= weights.length;
          }
          return function.weightedGradient(at, weights);
        },
        counter()::countHessianProduct);
  }

  @Override
  public SampledObjective subset(int[] samples) {
    SampleIndices.require(samples, samples());
    return new SampledSmoothObjective(function.subset(samples.clone()), point, precision);
  }

  /** Itself: there is no state but the counter, which is shared anyway. */
  @Override
  public SampledSmoothObjective replicate() {
    return this;
  }
}
