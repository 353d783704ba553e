package org.thalweg.result;

/** How a computation ended. */
public enum Outcome {
  /** An iteration met its stopping rule, or a fixed amount of work was done to the end. */
  CONVERGED("converged"),
  /** The iteration or time budget ran out first; the values are the best so far. */
  BUDGET_EXHAUSTED("budget exhausted"),
  /**
   * A NaN or an infinity appeared; what was recorded is kept. An iteration stops there; of a grid
   * it only says that some of its values are not finite, all of them having been computed.
   */
  NON_FINITE("non-finite"),
  /** Someone stopped it; what was recorded is kept and can be resumed from. */
  CANCELLED("cancelled"),
  /** The objective does not have what the measurement needs; nothing was measured. */
  NOT_APPLICABLE("not applicable");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** The words used in files and reports. */
  public String text() {
    return text;
  }
}
