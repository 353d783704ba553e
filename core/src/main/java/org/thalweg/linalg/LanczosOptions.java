package org.thalweg.linalg;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * What {@link Lanczos} is asked for.
 *
 * @param top how many of the largest eigenvalues; default 5
 * @param bottom how many of the smallest; default 2
 * @param tolerance requested ‖Av − λv‖ / max(|λ|, 10⁻⁴·‖A‖); default 10⁻³
 * @param maxProducts budget of products, those of the final check included; default 500
 * @param basisSize vectors kept between restarts, which bounds the memory; restarts hold twice as
 *     many for a moment; 0 (the default) means max(80, 3·(top + bottom))
 * @param seed of the start vectors; default 0
 */
public record LanczosOptions(
    int top, int bottom, double tolerance, int maxProducts, int basisSize, long seed) {
  /** Eigenvalues below this share of ‖A‖ count as zero when residuals are made relative. */
  static final double NEGLIGIBLE = 1e-4;

  private static final int DEFAULT_PRODUCTS = 500;
  private static final int DEFAULT_BASIS = 80;

  public LanczosOptions {
    require(
        top >= 0 && bottom >= 0 && top + bottom > 0,
        "at least one eigenvalue",
        top + ", " + bottom);
    require(tolerance > 0 && tolerance < 1, "a tolerance between 0 and 1", "" + tolerance);
    require(
        maxProducts >= 2 * (top + bottom),
        "a budget of at least " + 2 * (top + bottom) + " products, two for each eigenvalue",
        "" + maxProducts);
    require(
        basisSize == 0 || basisSize >= top + bottom + 4,
        "a basis of at least " + (top + bottom + 4) + " vectors, or 0 for the default",
        "" + basisSize);
  }

  /** The defaults: 5 largest, 2 smallest, relative residual 10⁻³. */
  public static LanczosOptions defaults() {
    return of(5, 2);
  }

  public static LanczosOptions of(int top, int bottom) {
    return new LanczosOptions(
        top, bottom, 1e-3, Math.max(DEFAULT_PRODUCTS, 20 * (top + bottom)), 0, 0);
  }

  public LanczosOptions withTolerance(double value) {
    return new LanczosOptions(top, bottom, value, maxProducts, basisSize, seed);
  }

  public LanczosOptions withMaxProducts(int value) {
    return new LanczosOptions(top, bottom, tolerance, value, basisSize, seed);
  }

  public LanczosOptions withBasisSize(int value) {
    return new LanczosOptions(top, bottom, tolerance, maxProducts, value, seed);
  }

  public LanczosOptions withSeed(long value) {
    return new LanczosOptions(top, bottom, tolerance, maxProducts, basisSize, value);
  }

  int wanted() {
    return top + bottom;
  }

  int capacity(int dimension) {
    int size = basisSize == 0 ? Math.max(DEFAULT_BASIS, 3 * wanted()) : basisSize;
    return Math.min(dimension, size);
  }

  private static void require(boolean holds, String expected, String found) {
    if (!holds) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected(expected)
          .found(found)
          .next("change the options of the eigenvalue search");
    }
  }
}
