package org.thalweg.result;

import java.util.Locale;

/**
 * Under which rescalings of positively homogeneous units theory says that a measure keeps its
 * value, the function of the network being the same.
 */
public enum Invariance {
  /** Every unit may have a factor of its own. */
  UNITS,
  /** All units of a layer by one factor, but not each by its own. */
  LAYERS,
  /** Neither. */
  NONE;

  /** The word in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the value must stay. */
  public boolean covers(boolean unitwise) {
    return this == UNITS || (this == LAYERS && !unitwise);
  }
}
