package org.thalweg.linalg;

import java.util.function.BooleanSupplier;
import org.thalweg.result.Outcome;
import org.thalweg.result.Values;

/**
 * The diagonal of an operator as the mean of z⊙Az for z with independent signs (Bekas, Kokiopoulou,
 * Saad 2007).
 *
 * <p>The variance of component i is Σ_{j≠i} aᵢⱼ²/n: good for matrices that are nearly diagonal,
 * slow for others. It stops when √Σ(standard error)² is so small relative to the norm of the
 * diagonal. Costs one product for each probe; memory for four vectors.
 */
public final class DiagonalEstimator {
  private DiagonalEstimator() {}

  /**
   * Estimates.
   *
   * @param cancelled asked before every product
   */
  public static DiagonalEstimate estimate(
      LinearOperator operator,
      EstimationOptions options,
      ProductListener listener,
      BooleanSupplier cancelled) {
    CountedProducts products =
        new CountedProducts(operator, options.maxProbes(), listener, cancelled);
    RademacherProbes probes =
        new RademacherProbes(operator.space(), options.seed(), "diagonal probe");
    int d = operator.space().dimension();
    double[] mean = new double[d];
    double[] squares = new double[d];
    int count = 0;
    while (count < options.maxProbes()) {
      int first = count;
      int more = options.together(count, products.together());
      try (VectorBlock z = VectorBlock.of(more, i -> probes.probe(first + i));
          VectorBlock images = VectorBlock.zeros(operator.space(), more)) {
        if (!products.applyAll(z.vectors(), images.vectors())) {
          break;
        }
        for (int i = 0; i < more; i++) {
          count++;
          add(
              z.vectors().get(i).toArray(),
              images.vectors().get(i).toArray(),
              count,
              mean,
              squares);
        }
      }
      if (count >= options.minProbes()
          && relativeError(mean, squares, count) <= options.relativeError()) {
        break;
      }
    }
    return result(mean, squares, count, products.outcome(), options.relativeError());
  }

  /** Welford's update, component by component. */
  private static void add(double[] z, double[] image, int count, double[] mean, double[] squares) {
    for (int i = 0; i < z.length; i++) {
      double observation = z[i] * image[i];
      double before = observation - mean[i];
      mean[i] += before / count;
      squares[i] += before * (observation - mean[i]);
    }
  }

  private static double relativeError(double[] mean, double[] squares, int count) {
    double error = 0;
    double norm = 0;
    for (int i = 0; i < mean.length; i++) {
      error += squares[i] / (count - 1.0) / count;
      norm += mean[i] * mean[i];
    }
    return error == 0 ? 0 : Math.sqrt(error / norm);
  }

  private static DiagonalEstimate result(
      double[] mean, double[] squares, int count, Outcome ended, double wanted) {
    double[] errors = new double[mean.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = count < 2 ? Double.NaN : Math.sqrt(squares[i] / (count - 1.0) / count);
    }
    double relative = count < 2 ? Double.NaN : relativeError(mean, squares, count);
    Outcome outcome = ended;
    if (ended == Outcome.CONVERGED && !(relative <= wanted)) {
      outcome = Outcome.BUDGET_EXHAUSTED;
    }
    return new DiagonalEstimate(Values.of(mean), Values.of(errors), relative, count, outcome);
  }
}
