package org.thalweg.app.request;

import java.util.Locale;

/** How a direction is scaled to the weights; biases and norm parameters are set to zero. */
public enum NormalizationChoice {
  /** Each filter to the norm of the model's filter (Li et al. 2018). The default. */
  FILTER,
  /** Each layer to the norm of the model's layer. */
  LAYER,
  /** Each entry times the weight's absolute value. */
  WEIGHT,
  /** The whole direction to length 1, nothing set to zero. */
  UNIT,
  /** As it was drawn or computed. */
  NONE;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
