package org.thalweg.export;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How high a point of a surface stands over the plane: z = factor · loss or z = factor · log₁₀
 * loss. Losses far from the starting point are often thousands of times the extent of the plane,
 * which makes a needle of the picture; a logarithm or a small factor cures that.
 *
 * @param logarithmic whether z follows log₁₀ of the loss; points whose loss is not positive are
 *     left out then
 * @param factor finite and not 0
 */
public record Height(boolean logarithmic, double factor) {
  /** z = loss. */
  public static final Height LOSS = new Height(false, 1);

  public Height {
    if (!Double.isFinite(factor) || factor == 0) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a finite factor other than 0 for the height")
          .found(String.valueOf(factor))
          .next("give a factor such as 0.1");
    }
  }

  /** NaN or infinite where the point has no height. */
  double of(double loss) {
    return factor * (logarithmic ? Math.log10(loss) : loss);
  }
}
