package org.thalweg.torch.training;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The check that every option goes through. */
final class Option {
  private Option() {}

  static void require(boolean valid, String name, String expected, Object found) {
    if (!valid) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a " + name + ": " + expected)
          .found(String.valueOf(found))
          .next("choose another " + name);
    }
  }
}
