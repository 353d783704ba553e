package org.thalweg.result;

/**
 * How the variance of the snapshots of a training is shared among its principal components: all of
 * them, so that the shares add up to 1.
 *
 * @param rows which differences were decomposed, in words, because papers disagree
 * @param singularValues σ₁ ≥ σ₂ ≥ … ≥ 0 of the matrix of these rows, in units of the parameters
 */
public record ExplainedVariance(String rows, Values singularValues) {
  /** σₖ² / Σ σⱼ²; NaN if the rows do not differ. */
  public Values ratios() {
    double total = singularValues.stream().map(sigma -> sigma * sigma).sum();
    return Values.of(singularValues.stream().map(sigma -> sigma * sigma / total).toArray());
  }

  /** Share of the first so many components together. */
  public double ratioOfFirst(int components) {
    return ratios().stream().limit(components).sum();
  }

  /**
   * (Σ σ²)² / Σ σ⁴: how many components of equal variance would be as spread out. 1 for a straight
   * line.
   */
  public double effectiveComponents() {
    return 1 / ratios().stream().map(ratio -> ratio * ratio).sum();
  }
}
