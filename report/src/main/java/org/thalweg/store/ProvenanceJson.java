package org.thalweg.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Provenance as JSON. JSON has one kind of number: an integer of the specification comes back as an
 * {@code Integer} when it fits and as a {@code Long} otherwise, a fraction as a {@code Double}, a
 * number that is not finite as its name in a string.
 */
final class ProvenanceJson {
  private ProvenanceJson() {}

  static ObjectNode write(Provenance provenance) {
    ObjectNode seeds = Json.object();
    provenance.seeds().forEach((purpose, seed) -> seeds.put(purpose, seed.longValue()));
    Environment environment = provenance.environment();
    ObjectNode machine =
        Json.object()
            .put("java", environment.java())
            .put("operatingSystem", environment.operatingSystem())
            .put("processor", environment.processor())
            .put("cores", environment.cores())
            .put("libtorch", environment.libtorch())
            .put("workers", environment.workers())
            .put("precision", environment.precision());
    ObjectNode node = Json.object().put("command", provenance.command());
    node.set("specification", tree(provenance.specification()));
    node.set("seeds", seeds);
    node.put("dataHash", provenance.dataHash())
        .put("weightsHash", provenance.weightsHash())
        .put("codeVersion", provenance.codeVersion());
    node.set("environment", machine);
    return node.put("created", provenance.created());
  }

  static Provenance read(JsonFields fields) {
    JsonFields environment = fields.object("environment");
    return new Provenance(
        fields.text("command"),
        map(fields.object("specification").node()),
        fields.object("seeds").allIntegers(),
        fields.text("dataHash"),
        fields.text("weightsHash"),
        fields.text("codeVersion"),
        new Environment(
            environment.text("java"),
            environment.text("operatingSystem"),
            environment.text("processor"),
            environment.count("cores"),
            environment.text("libtorch"),
            environment.count("workers"),
            environment.text("precision")),
        fields.text("created"));
  }

  private static JsonNode tree(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value == null) {
      return nodes.nullNode();
    } else if (value instanceof String text) {
      return nodes.stringNode(text);
    } else if (value instanceof Boolean truth) {
      return nodes.booleanNode(truth);
    } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return nodes.numberNode(((Number) value).longValue());
    } else if (value instanceof Double || value instanceof Float) {
      return Json.number(((Number) value).doubleValue());
    } else if (value instanceof List<?> list) {
      ArrayNode array = Json.array();
      list.forEach(element -> array.add(tree(element)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = Json.object();
      map.forEach((key, element) -> object.set(String.valueOf(key), tree(element)));
      return object;
    }
    throw ThalwegException.of(ErrorCode.INTERNAL)
        .expected("strings, numbers, booleans, lists and maps in a specification")
        .found(value.getClass().getName())
        .next("report this as a defect of Thalweg");
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              // A key without a value says no more than no key.
              if (!entry.getValue().isNull()) {
                map.put(entry.getKey(), value(entry.getValue()));
              }
            });
    return map;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    } else if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.values().forEach(element -> list.add(value(element)));
      return list;
    } else if (node.isBoolean()) {
      return node.booleanValue();
    } else if (node.isIntegralNumber()) {
      return integer(node);
    } else if (node.isNumber()) {
      return node.asDouble(Double.NaN);
    }
    return node.asString();
  }

  private static Object integer(JsonNode node) {
    if (node.canConvertToInt()) {
      return node.intValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : (Object) node.toString();
  }
}
