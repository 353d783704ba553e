package org.thalweg.study.design;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A part of a YAML file that knows what it is called and where it stands, so that whoever reads it
 * can say what is wrong with it.
 *
 * <p>Every method that asks for a kind of value throws {@code STUDY_FILE} with file and line if the
 * value is of another kind.
 */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {
  /** The key under which it stands, e.g. {@code epochs}; an item of a list has that of the list. */
  String key();

  /** File and line. */
  Place place();

  /** What it is, for messages: {@code 'many'}, {@code a list}. */
  String describe();

  /** This, if it consists of keys and values. */
  default YamlMapping mapping() {
    throw wrong("keys and values, each on a line of its own or in { }");
  }

  /** This, if it is a list. */
  default YamlSequence sequence() {
    throw wrong("a list, in [ ] or with a dash before each item");
  }

  /** This, if it is a single value. */
  default YamlScalar scalar() {
    throw wrong("a single value");
  }

  /** Whether nothing stands here: {@code ~}, {@code null} or an empty value. */
  default boolean nothing() {
    return false;
  }

  /** What to throw when this is not what it should be. */
  default ThalwegException wrong(String expected) {
    return wrong(expected, "correct " + place());
  }

  /** The same with a next step of one's own. */
  default ThalwegException wrong(String expected, String next) {
    return error(place(), key() + ": " + expected, describe(), next);
  }

  /** An error at a place. */
  static ThalwegException error(Place place, String expected, String found, String next) {
    return ThalwegException.of(ErrorCode.STUDY_FILE)
        .expected(expected)
        .found(place + ": " + found)
        .next(next);
  }
}
