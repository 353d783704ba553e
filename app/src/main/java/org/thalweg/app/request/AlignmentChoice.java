package org.thalweg.app.request;

import java.util.Locale;

/** What is done to the second network before the two are connected. */
public enum AlignmentChoice {
  /** Nothing. */
  NONE,
  /** Its hidden units are reordered to match those of the first; the function stays the same. */
  PERMUTATION;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
