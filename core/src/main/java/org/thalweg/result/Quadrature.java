package org.thalweg.result;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A Gauss rule for the spectral measure that one random vector sees: ∫f dμ ≈ Σ wₖ f(λₖ).
 *
 * @param nodes λₖ in descending order
 * @param weights wₖ ≥ 0, with sum 1
 */
public record Quadrature(Values nodes, Values weights) {
  public Quadrature {
    if (nodes.size() != weights.size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a weight for each of " + nodes.size() + " nodes")
          .found(weights.size() + " weights")
          .next("give nodes and weights of one rule");
    }
  }

  /** Σ wₖ f(λₖ). */
  public double integrate(DoubleUnaryOperator f) {
    double sum = 0;
    for (int k = 0; k < nodes.size(); k++) {
      sum += weights.get(k) * f.applyAsDouble(nodes.get(k));
    }
    return sum;
  }
}
