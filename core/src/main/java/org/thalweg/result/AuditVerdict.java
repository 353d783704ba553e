package org.thalweg.result;

/** What an audit found for one measure under one rescaling. */
public enum AuditVerdict {
  /** Invariant in theory, and it stayed. */
  STAYED("stayed, as it must"),
  /** Not invariant in theory, and it moved. */
  MOVED("moved, as it may"),
  /** Invariant in theory, but it moved: an estimate that is not as good as it claims. */
  VIOLATED("moved, but must not"),
  /** Not invariant in theory, but not seen to move. */
  UNSEEN("may move, did not"),
  /** One of the two values is missing. */
  MISSING("not measured");

  private final String text;

  AuditVerdict(String text) {
    this.text = text;
  }

  /** The words used in files and reports. */
  public String text() {
    return text;
  }
}
