package org.thalweg.probe.sharpness;

import java.util.function.IntFunction;
import org.hipparchus.stat.StatUtils;
import org.thalweg.random.RandomStream;

/** Random perturbations over which a mean is taken, and the rises of the loss that they cause. */
interface AverageNoise {
  /** u number {@code index}, of so many components. */
  double[] draw(int dimension, int index);

  /**
   * Independent N(0, σ²) components, from the streams (seed, {@code "sharpness noise"}, index): the
   * same standard normal variates for every σ.
   */
  static AverageNoise gaussian(double sigma, long seed) {
    return (dimension, index) ->
        scaled(RandomStream.of(seed, "sharpness noise", index).gaussians(dimension), sigma);
  }

  /** Independent components uniform on (−radius, radius). */
  static AverageNoise box(double radius, long seed) {
    return (dimension, index) ->
        scaled(
            PerturbationNorm.LINF.uniform(
                RandomStream.of(seed, "sharpness noise", index), dimension),
            radius);
  }

  /** L(θ + Tuₖ) − L(θ) for n draws. */
  default double[] rises(SharpnessPoint point, Displacement displacement, int n) {
    double[] rises = PerturbedLosses.at(point, displacement, n, 1, of(displacement));
    for (int k = 0; k < n; k++) {
      rises[k] -= point.loss();
    }
    return rises;
  }

  /** The error over samples of Σₖ wₖ(L(θ + Tuₖ) − L(θ)). */
  default double dataError(SharpnessPoint point, Displacement displacement, double[] weights) {
    return DataError.of(point, displacement, weights.length, of(displacement), weights);
  }

  private IntFunction<double[]> of(Displacement displacement) {
    return index -> draw(displacement.dimension(), index);
  }

  /** Of the mean of these; NaN for one. */
  static double standardError(double[] values) {
    return values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values) / values.length);
  }

  private static double[] scaled(double[] x, double a) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= a;
    }
    return x;
  }
}
