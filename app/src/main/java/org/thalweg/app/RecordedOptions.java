package org.thalweg.app;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.training.Interval;

/** The named values that a run folder recorded, with types checked as they are asked for. */
final class RecordedOptions {
  private static final Pattern INTERVAL = Pattern.compile("([1-9][0-9]{0,8}) (epochs|steps)");

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

  /** A whole number that counts something: at least 0, and an {@code int}. */
  int count(String name) {
    long value = integer(name);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw invalid(name, "a count", text(name));
    }
    return (int) value;
  }

  /** {@code never}, {@code ends}, {@code 3 epochs} or {@code 100 steps}. */
  Interval interval(String name) {
    String text = text(name);
    if (text.equals("never")) {
      return Interval.never();
    }
    if (text.equals("ends")) {
      return Interval.ends();
    }
    Matcher matcher = INTERVAL.matcher(text);
    if (!matcher.matches()) {
      throw invalid(name, "never, a number of epochs or a number of steps", "'" + text + "'");
    }
    int count = Integer.parseInt(matcher.group(1));
    return matcher.group(2).equals("epochs") ? Interval.epochs(count) : Interval.steps(count);
  }

  private static ThalwegException invalid(String name, String expected, String found) {
    return ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
        .expected(expected + " for '" + name + "' in the training's provenance")
        .found(found)
        .next("choose a run folder that was written by 'thalweg train', or train again");
  }
}
