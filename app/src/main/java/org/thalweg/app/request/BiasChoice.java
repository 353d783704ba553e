package org.thalweg.app.request;

import java.util.Locale;

/** What a direction does with biases and the parameters of normalisation layers. */
public enum BiasChoice {
  /**
   * Zero for random directions that are scaled to the weights (Li et al. 2018), kept for all
   * others. The default.
   */
  AUTO,
  /** They stay where they are. */
  ZERO,
  /** They move as the direction says. */
  KEEP,
  /** They move along the weights themselves: what the tool of Li et al. does if not told to. */
  COPY;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
