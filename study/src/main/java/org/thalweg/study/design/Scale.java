package org.thalweg.study.design;

/** How large a study is run. */
public enum Scale {
  /**
   * Minutes on a laptop: smaller data, fewer epochs, at least five seeds where a claim is decided.
   */
  QUICK("quick"),
  /** The sizes and budgets of the report that made the claim. */
  PAPER("paper");

  private final String text;

  Scale(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
