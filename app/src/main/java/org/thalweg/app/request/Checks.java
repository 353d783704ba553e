package org.thalweg.app.request;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Says no to numbers that cannot be meant, in the words of the command line. */
final class Checks {
  /** Float32 ends at 3e38; long before, no number can be meant. */
  static final double LARGEST = 1e30;

  private Checks() {}

  static void atLeast(String option, int minimum, int value) {
    require(
        value >= minimum, option, "a whole number of at least " + minimum, Integer.toString(value));
  }

  static void between(String option, int minimum, int maximum, int value) {
    require(
        value >= minimum && value <= maximum,
        option,
        "a whole number from %d to %d".formatted(minimum, maximum),
        Integer.toString(value));
  }

  static void positive(String option, double value) {
    require(
        value > 0 && value <= LARGEST,
        option,
        "a number greater than 0 and at most 1e30",
        Double.toString(value));
  }

  static void require(boolean holds, String option, String expected, String found) {
    if (!holds) {
      throw invalid(option, expected, found);
    }
  }

  static ThalwegException invalid(String option, String expected, String found) {
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected(option + " " + expected)
        .found("'" + found + "'")
        .next("correct " + option + " and try again");
  }
}
