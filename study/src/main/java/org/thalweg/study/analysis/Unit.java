package org.thalweg.study.analysis;

/** What counts as one independent row. */
public enum Unit {
  /** A cell, by the mean of its trials: conclusions reach to other settings like these. */
  CELLS("cells"),
  /** A trial: conclusions reach to other seeds of these settings only. */
  TRIALS("trials"),
  /** A trial's deviation from the mean of its cell: what settings explain is taken out. */
  WITHIN("within");

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
