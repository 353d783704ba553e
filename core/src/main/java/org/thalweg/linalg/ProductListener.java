package org.thalweg.linalg;

/** Hears of every product of an algorithm that works with a budget. */
@FunctionalInterface
public interface ProductListener {
  /**
   * Called after each product.
   *
   * @param done products so far
   * @param most the budget; it may end earlier
   */
  void product(int done, int most);

  /** Listens to nothing. */
  static ProductListener silent() {
    return (done, most) -> {};
  }
}
