package org.thalweg.store;

import java.util.stream.DoubleStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Grid;
import org.thalweg.result.Values;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as our files have it: keys in a fixed order, and numbers that JSON cannot say as the strings
 * {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}.
 */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode number(double value) {
    return Double.isFinite(value)
        ? JsonNodeFactory.instance.numberNode(value)
        : JsonNodeFactory.instance.stringNode(Double.toString(value));
  }

  static ArrayNode numbers(Values values) {
    return numbers(values.stream());
  }

  static ArrayNode rows(Grid grid) {
    ArrayNode rows = array();
    for (double[] row : grid.toArrays()) {
      rows.add(numbers(DoubleStream.of(row)));
    }
    return rows;
  }

  private static ArrayNode numbers(DoubleStream values) {
    ArrayNode array = array();
    values.forEach(value -> array.add(number(value)));
    return array;
  }

  static String print(ObjectNode document) {
    return JsonText.of(document) + "\n";
  }

  /**
   * Reads a document that must be one JSON object.
   *
   * @param where names the document in errors
   */
  static JsonFields parse(String text, String where) {
    JsonNode document;
    try {
      document = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
          .expected("a JSON document in " + where)
          .found(e.getOriginalMessage() + " (" + position(e) + ")")
          .because(e)
          .next("restore the file from a copy, or run the command that wrote it again");
    }
    return JsonFields.of(document, where);
  }

  private static String position(JacksonException e) {
    return e.getLocation() == null
        ? "at an unknown place"
        : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }
}
