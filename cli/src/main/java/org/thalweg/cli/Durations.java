package org.thalweg.cli;

import java.util.Locale;

/** How long something takes, in words. */
final class Durations {
  private Durations() {}

  static String text(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }

  /** The end of a sentence; empty while nothing can be said. */
  static String left(double seconds) {
    return Double.isNaN(seconds) ? "" : ", about " + text(seconds) + " left";
  }
}
