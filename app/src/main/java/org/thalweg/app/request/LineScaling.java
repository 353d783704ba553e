package org.thalweg.app.request;

/**
 * How directions are scaled.
 *
 * @param normalization to the weights, or to length 1
 * @param biases what happens to biases and parameters of normalisation layers
 */
public record LineScaling(NormalizationChoice normalization, BiasChoice biases) {
  public static final LineScaling DEFAULT =
      new LineScaling(NormalizationChoice.AUTO, BiasChoice.AUTO);
}
