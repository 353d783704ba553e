package org.thalweg.study.analysis;

/** How two values of a quantity are compared. */
public enum Contrast {
  /** By their difference: for losses, shares, angles, anything that may be 0 or negative. */
  DIFFERENCE("difference"),
  /**
   * By their ratio, that is by the difference of logarithms: for positive quantities that range
   * over orders of magnitude, such as eigenvalues and sharpness. A value that is not positive is
   * missing.
   */
  RATIO("ratio");

  private final String text;

  Contrast(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The scale on which values are subtracted and averaged. */
  public double transform(double value) {
    if (this == DIFFERENCE) {
      return value;
    }
    return value > 0 ? Math.log(value) : Double.NaN;
  }

  /** Back to what a reader wants to see: a difference, or a ratio. */
  public double back(double difference) {
    return this == DIFFERENCE ? difference : Math.exp(difference);
  }

  /** What "equal" is: a difference of 0, a ratio of 1. */
  public double equal() {
    return this == DIFFERENCE ? 0 : 1;
  }
}
