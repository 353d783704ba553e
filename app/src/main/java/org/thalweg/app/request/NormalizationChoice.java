package org.thalweg.app.request;

import java.util.Locale;

/** How a direction is scaled; {@link BiasChoice} says what biases and norm parameters do. */
public enum NormalizationChoice {
  /**
   * What keeps the meaning of the direction: {@link #FILTER} for random ones, {@link #UNIT} for
   * gradients and eigenvectors, {@link #NONE} for those that lead to other models. The default.
   */
  AUTO,
  /** Each filter to the norm of the model's filter (Li et al. 2018). */
  FILTER,
  /** Each layer to the norm of the model's layer. */
  LAYER,
  /** Each entry times the weight, sign included. */
  WEIGHT,
  /** Each filter to length 1. */
  DFILTER,
  /** Each layer to length 1. */
  DLAYER,
  /** The whole direction to length 1. */
  UNIT,
  /** As it was drawn or computed. */
  NONE;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
