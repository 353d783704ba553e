package org.thalweg.study.design;

import java.util.Collection;
import org.thalweg.error.NearestMatch;
import org.thalweg.error.ThalwegException;

/**
 * A single value.
 *
 * @param key under which it stands
 * @param place where it stands
 * @param kind what YAML takes it for (core schema of YAML 1.2)
 * @param raw as it is written, without quotes
 */
public record YamlScalar(String key, Place place, Kind kind, String raw) implements YamlNode {
  /** What YAML takes a value for. */
  public enum Kind {
    TEXT,
    WHOLE,
    NUMBER,
    TRUTH,
    NOTHING
  }

  @Override
  public YamlScalar scalar() {
    return this;
  }

  @Override
  public boolean nothing() {
    return kind == Kind.NOTHING;
  }

  @Override
  public String describe() {
    return nothing() ? "no value" : "'" + raw + "'";
  }

  /** As text; numbers and truths as they are written. */
  public String text() {
    if (nothing() || raw.isBlank()) {
      throw wrong("some text");
    }
    return raw;
  }

  /** A whole number between two bounds, both included. */
  public long whole(long least, long most) {
    String range =
        most == Long.MAX_VALUE || most == Integer.MAX_VALUE
            ? least == Long.MIN_VALUE ? "a whole number" : "a whole number of at least " + least
            : "a whole number from " + least + " to " + most;
    try {
      long value = kind == Kind.WHOLE ? Long.parseLong(raw) : least - 1;
      if (kind == Kind.WHOLE && value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // 0x10, or too long: refused below
    }
    throw wrong(range);
  }

  /** A whole number of at least {@code least} that fits an int. */
  public int count(int least) {
    return (int) whole(least, Integer.MAX_VALUE);
  }

  /** A finite number. */
  public double number() {
    return number("a number", true);
  }

  /** A finite number; {@code expected} says what is right, {@code condition} whether it holds. */
  double number(String expected, boolean condition) {
    try {
      double value =
          kind == Kind.WHOLE || kind == Kind.NUMBER ? Double.parseDouble(raw) : Double.NaN;
      if (condition && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // .inf, .nan, 0x10: refused below
    }
    throw wrong(expected);
  }

  /** A number above zero. */
  public double positive() {
    double value = number("a number above 0", true);
    return number("a number above 0", value > 0);
  }

  /** {@code true} or {@code false}. */
  public boolean truth() {
    if (kind != Kind.TRUTH) {
      throw wrong("true or false");
    }
    return Boolean.parseBoolean(raw);
  }

  /** One of some words. */
  public String oneOf(Collection<String> words) {
    if (!nothing() && words.contains(raw)) {
      return raw;
    }
    throw unknown(words);
  }

  /** What to throw when the value is none of these words. */
  ThalwegException unknown(Collection<String> words) {
    return wrong("one of " + String.join(", ", words), nextTo(words, raw, place));
  }

  /** What to do about a word that nobody knows. */
  static String nextTo(Collection<String> words, String typed, Place place) {
    return NearestMatch.among(words, typed)
        .map(nearest -> "did you mean '" + nearest + "'? correct " + place)
        .orElse("correct " + place);
  }
}
