package org.thalweg.direction;

/**
 * How a direction arose.
 *
 * @param source where its components come from
 * @param normalization how they were scaled
 * @param biasRule what happened to biases and parameters of normalisation layers
 * @param orthogonalized whether the projection onto the first direction of its plane was removed
 */
public record DirectionDescription(
    DirectionSource source,
    Normalization normalization,
    BiasRule biasRule,
    boolean orthogonalized) {

  /** A direction as its source gave it. */
  public static DirectionDescription raw(DirectionSource source) {
    return new DirectionDescription(source, Normalization.NONE, BiasRule.KEEP, false);
  }

  boolean isRaw() {
    return normalization == Normalization.NONE && biasRule == BiasRule.KEEP && !orthogonalized;
  }

  /**
   * In words, as results carry it, e.g. {@code "random (seed 7, number 0), normalised by filter,
   * biases zero"}; what was left as it came is not mentioned.
   */
  public String text() {
    StringBuilder text = new StringBuilder(source.text());
    if (normalization != Normalization.NONE) {
      text.append(", normalised by ").append(normalization.text());
    }
    if (biasRule != BiasRule.KEEP) {
      text.append(", biases ").append(biasRule.text());
    }
    if (orthogonalized) {
      text.append(", orthogonalised");
    }
    return text.toString();
  }
}
