package org.thalweg.linalg;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The coded error for sizes that do not fit. */
final class Dimensions {
  private Dimensions() {}

  static void requireEqual(String what, int expected, int found) {
    if (expected != found) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a " + what + " of dimension " + expected)
          .found("dimension " + found)
          .next("use vectors and operators of one space");
    }
  }
}
