package org.thalweg.cli;

import java.util.Locale;

/** Numbers as a reader wants them on a terminal. */
final class Numbers {
  private static final int DIGITS = 5;

  /** What a task does not have, such as the accuracy of a regression. */
  static final String UNDEFINED = "–";

  private Numbers() {}

  /** A count. */
  static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /**
   * Five significant digits, none after the point of a whole number; scientific where the plain
   * form would be longer than it helps.
   */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return Long.toString((long) value); // counts, and what is exact
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int before = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
    return String.format(Locale.ROOT, "%." + Math.max(0, DIGITS - before) + "f", value);
  }

  /** A share as a percentage. */
  static String percent(double share) {
    return Double.isNaN(share) ? UNDEFINED : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
