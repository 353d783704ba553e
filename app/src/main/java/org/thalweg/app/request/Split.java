package org.thalweg.app.request;

import java.util.Locale;

/** Which half of a data set is meant. */
public enum Split {
  TRAIN,
  TEST;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
