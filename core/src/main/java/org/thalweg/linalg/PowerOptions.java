package org.thalweg.linalg;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * What {@link PowerIteration} is asked for.
 *
 * @param pairs how many, those of largest absolute value
 * @param tolerance requested ‖Av − λv‖ / max(|λ|, 10⁻⁴·‖A‖)
 * @param maxProducts budget of products, shared equally by the pairs
 * @param seed of the start vectors
 */
public record PowerOptions(int pairs, double tolerance, int maxProducts, long seed) {
  public PowerOptions {
    if (pairs < 1 || !(tolerance > 0 && tolerance < 1) || maxProducts < pairs) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least 1 pair, a tolerance between 0 and 1, a product for each pair")
          .found(pairs + " pairs, " + tolerance + ", " + maxProducts + " products")
          .next("change the options of the eigenvalue search");
    }
  }
}
