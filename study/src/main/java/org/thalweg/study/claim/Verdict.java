package org.thalweg.study.claim;

/** What the data say about a claim, or about one part of it. */
public enum Verdict {
  /** The interval of the effect lies wholly within what is claimed. */
  SUPPORTED("supported"),
  /** It lies wholly outside. */
  CONTRADICTED("contradicted"),
  /** It reaches over the border, or there are too few seeds. */
  UNDECIDED("undecided"),
  /** There are no data. */
  NOT_MEASURED("not measured");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
