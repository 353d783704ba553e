package org.thalweg.probe.audit;

import org.hipparchus.stat.StatUtils;
import org.thalweg.direction.BiasRule;
import org.thalweg.direction.Direction;
import org.thalweg.direction.Normalization;
import org.thalweg.direction.RandomDirection;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Invariance;

/**
 * The mean second derivative of slices along random directions, (1/n) Σ dᵏᵀHdᵏ, the directions
 * normalised by the weights as for pictures.
 *
 * <ul>
 *   <li>Gaussian directions as they are, biases included: Hutchinson's estimate of tr H, which
 *       rescaling changes.
 *   <li>Filter and layer normalisation, biases zero: the direction grows with the filter, so
 *       scaling a whole layer up and the next down changes nothing; but units of one layer by
 *       different factors do, because a filter of the <em>next</em> layer has one norm for columns
 *       that now differ (Li et al. 2018 claim the former).
 *   <li>Weight normalisation, d·w component by component, biases zero: unchanged by either.
 * </ul>
 *
 * <p>Costs n Hessian-vector products. The directions are the same at every point, so that a change
 * of the mean is a change of the curvature; the mean itself is only as good as n.
 *
 * @param normalization how directions are scaled
 * @param directions n
 */
public record RandomCurvature(Normalization normalization, int directions, long seed)
    implements AuditedMeasure {
  @Override
  public String name() {
    return switch (normalization) {
      case NONE -> "trace of the Hessian";
      case FILTER -> "curvature, filter-normalised slices";
      case LAYER -> "curvature, layer-normalised slices";
      case WEIGHT -> "curvature, weight-normalised slices";
      case DFILTER -> "curvature, slices of unit filters";
      case DLAYER -> "curvature, slices of unit layers";
      case UNIT -> "curvature, unit slices";
    };
  }

  @Override
  public Invariance invariance() {
    return switch (normalization) {
      case NONE, UNIT, DFILTER, DLAYER -> Invariance.NONE;
      case FILTER, LAYER -> Invariance.LAYERS;
      case WEIGHT -> Invariance.UNITS;
    };
  }

  @Override
  public Reading read(Objective objective, Vector theta, ExecutionOptions options) {
    double[] weights = theta.toArray();
    double[] curvatures = new double[directions];
    try (LinearOperator hessian = Tiers.twiceDifferentiable(objective).hessian(theta);
        Vector product = objective.space().zeros()) {
      for (int k = 0; k < directions; k++) {
        if (options.cancellation().requested()) {
          return Reading.exact(Double.NaN);
        }
        try (Vector direction = direction(objective, weights, k).in(objective.space())) {
          hessian.apply(direction, product);
          curvatures[k] = direction.dot(product);
        }
      }
    }
    return Reading.exact(StatUtils.mean(curvatures));
  }

  private Direction direction(Objective objective, double[] weights, int index) {
    boolean scaled = normalization != Normalization.NONE && normalization != Normalization.UNIT;
    return RandomDirection.of(weights.length, seed, index)
        .normalized(
            normalization, scaled ? BiasRule.ZERO : BiasRule.KEEP, objective.layout(), weights);
  }
}
