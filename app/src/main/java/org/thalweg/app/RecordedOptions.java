package org.thalweg.app;

import java.util.Map;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The named values that a run folder recorded, with types checked as they are asked for. */
final class RecordedOptions {
  private final Map<String, Object> options;

  RecordedOptions(Map<String, Object> options) {
    this.options = options;
  }

  /** Any recorded value as text. */
  String text(String name) {
    Object value = options.get(name);
    if (value == null) {
      throw invalid(name, "a value", "nothing");
    }
    return value.toString();
  }

  double number(String name) {
    Object value = options.get(name);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(text(name)); // non-finite numbers are recorded as words
    } catch (NumberFormatException e) {
      throw invalid(name, "a number", text(name));
    }
  }

  long integer(String name) {
    double value = number(name);
    if (options.get(name) instanceof Number number && value == Math.rint(value)) {
      return number.longValue();
    }
    throw invalid(name, "a whole number", text(name));
  }

  private static ThalwegException invalid(String name, String expected, String found) {
    return ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
        .expected(expected + " for '" + name + "' in the training's provenance")
        .found(found)
        .next("choose a run folder that was written by 'thalweg train', or train again");
  }
}
