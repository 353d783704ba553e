package org.thalweg.linalg;

/** Hears of every product. */
@FunctionalInterface
public interface LanczosListener {
  /**
   * Called after each product.
   *
   * @param products products so far
   * @param converged wanted eigenpairs whose estimated residual meets the tolerance
   */
  void product(int products, int converged);

  /** Listens to nothing. */
  static LanczosListener silent() {
    return (products, converged) -> {};
  }
}
