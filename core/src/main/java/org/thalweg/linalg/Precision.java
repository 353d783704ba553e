package org.thalweg.linalg;

/** The floating-point format of vectors. Dot products accumulate in float64 in either. */
public enum Precision {
  FLOAT32("float32", 0x1p-24),
  FLOAT64("float64", 0x1p-53);

  private final String text;
  private final double unitRoundoff;

  Precision(String text, double unitRoundoff) {
    this.text = text;
    this.unitRoundoff = unitRoundoff;
  }

  public String text() {
    return text;
  }

  /** Half the distance from 1 to the next number. */
  public double unitRoundoff() {
    return unitRoundoff;
  }
}
