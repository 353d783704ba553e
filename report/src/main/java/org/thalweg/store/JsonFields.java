package org.thalweg.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Grid;
import org.thalweg.result.Values;
import tools.jackson.databind.JsonNode;

/**
 * The keys of a JSON object that was written by someone else: what is missing or of the wrong kind
 * is a coded error that names the place; keys nobody asks for are ignored.
 *
 * @param node a JSON object
 * @param where its place, e.g. {@code "results/surface.json: values"}
 */
record JsonFields(JsonNode node, String where) {
  static JsonFields of(@Nullable JsonNode node, String where) {
    if (node == null || !node.isObject()) {
      throw invalid(where, "a JSON object", node);
    }
    return new JsonFields(node, where);
  }

  boolean has(String key) {
    return node.has(key) && !node.get(key).isNull();
  }

  JsonFields object(String key) {
    return of(node.get(key), place(key));
  }

  Optional<JsonFields> optionalObject(String key) {
    return has(key) ? Optional.of(object(key)) : Optional.empty();
  }

  String text(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isString()) {
      throw invalid(place(key), "a string", value);
    }
    return value.stringValue();
  }

  long integer(String key) {
    return integer(node.get(key), place(key));
  }

  /** An integer that fits an int. */
  int count(String key) {
    long value = integer(key);
    if (value != (int) value) {
      throw invalid(place(key), "a smaller integer", node.get(key));
    }
    return (int) value;
  }

  boolean truth(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isBoolean()) {
      throw invalid(place(key), "true or false", value);
    }
    return value.booleanValue();
  }

  double number(String key) {
    return number(node.get(key), place(key));
  }

  Values numbers(String key) {
    return numbers(node.get(key), place(key));
  }

  /** Rows of equal length. */
  Grid grid(String key, int columnsIfEmpty) {
    List<double[]> rows = new ArrayList<>();
    for (JsonNode row : elements(key)) {
      rows.add(numbers(row, place(key)).toArray());
    }
    int columns = rows.isEmpty() ? columnsIfEmpty : rows.get(0).length;
    double[] values = new double[Math.multiplyExact(rows.size(), columns)];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length != columns) {
        throw invalid(place(key), "rows of " + columns + " numbers", node.get(key).get(i));
      }
      System.arraycopy(rows.get(i), 0, values, i * columns, columns);
    }
    return new Grid(rows.size(), columns, Values.of(values));
  }

  List<JsonFields> objects(String key) {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      objects.add(of(element, place(key)));
    }
    return objects;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      if (!element.isString()) {
        throw invalid(place(key), "strings", element);
      }
      texts.add(element.stringValue());
    }
    return texts;
  }

  /** Every key, in the order of the file. */
  List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  /** Every key with its number, in the order of the file. */
  Map<String, Double> allNumbers() {
    Map<String, Double> all = new LinkedHashMap<>();
    node.properties().forEach(e -> all.put(e.getKey(), number(e.getValue(), place(e.getKey()))));
    return all;
  }

  /** Every key with its integer, in the order of the file. */
  Map<String, Long> allIntegers() {
    Map<String, Long> all = new LinkedHashMap<>();
    node.properties().forEach(e -> all.put(e.getKey(), integer(e.getValue(), place(e.getKey()))));
    return all;
  }

  String place(String key) {
    return where + ": " + key;
  }

  private Iterable<JsonNode> elements(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isArray()) {
      throw invalid(place(key), "an array", value);
    }
    return value.values();
  }

  private static Values numbers(@Nullable JsonNode value, String place) {
    if (value == null || !value.isArray()) {
      throw invalid(place, "an array of numbers", value);
    }
    return Values.of(value.values().stream().mapToDouble(n -> number(n, place)).toArray());
  }

  private static long integer(@Nullable JsonNode value, String place) {
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw invalid(place, "an integer", value);
    }
    return value.longValue();
  }

  private static double number(@Nullable JsonNode value, String place) {
    if (value != null && value.isNumber()) {
      return value
          .doubleValueOpt()
          .orElseThrow(() -> invalid(place, "a number within the range of float64", value));
    }
    String name = value == null ? "" : value.stringValue("");
    return switch (name) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw invalid(place, "a number, \"NaN\", \"Infinity\" or \"-Infinity\"", value);
    };
  }

  static ThalwegException invalid(String place, String expected, @Nullable JsonNode found) {
    String text = found == null ? "nothing" : found.toString();
    return ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
        .expected(expected + " at " + place)
        .found(text.length() > 60 ? text.substring(0, 60) + "…" : text)
        .next("restore the file from a copy, or run the command that wrote it again");
  }
}
