package org.thalweg.store;

import java.util.OptionalDouble;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Single numbers out of the JSON document of a result, by where they stand. */
public final class ResultDocument {
  private final JsonNode values;

  private ResultDocument(JsonNode values) {
    this.values = values;
  }

  /** Of a document as {@link ResultJson} writes it. */
  static ResultDocument of(String id, String text) {
    return new ResultDocument(Json.parse(text, "the result '" + id + "'").object("values").node());
  }

  /**
   * The number at a place within {@code values}; a truth value counts as 1 or 0, and NaN and
   * infinities are what their names in strings say. Empty if there is no number at that place.
   *
   * @param pointer RFC 6901, e.g. {@code /top/0/value}
   */
  public OptionalDouble number(String pointer) {
    JsonNode node = values.at(JsonPointer.compile(pointer));
    if (node.isNumber()) {
      return OptionalDouble.of(node.doubleValue());
    } else if (node.isBoolean()) {
      return OptionalDouble.of(node.booleanValue() ? 1 : 0);
    } else if (node.isString()) {
      return switch (node.stringValue()) {
        case "NaN" -> OptionalDouble.of(Double.NaN);
        case "Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
        case "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
        default -> OptionalDouble.empty();
      };
    }
    return OptionalDouble.empty();
  }

  /** Whether a text is a pointer at all: empty, or beginning with a slash. */
  public static boolean isPointer(String text) {
    try {
      JsonPointer.compile(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
