package org.thalweg.study.design;

/** At which weights of a training a probe looks. */
public enum Moment {
  /** The weights before the first step. */
  INITIAL("initial"),
  /** The weights after the last step. */
  FINAL("final"),
  /** The last snapshot at or before a given epoch: see {@link ProbePlan#epoch()}. */
  EPOCH("epoch");

  private final String text;

  Moment(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
