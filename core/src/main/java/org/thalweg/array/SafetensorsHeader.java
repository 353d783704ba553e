package org.thalweg.array;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The JSON header of a safetensors file: which tensor lies where. */
final class SafetensorsHeader {
  private static final String METADATA = "__metadata__";
  private static final int MOST_AXES = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Map<String, ElementType> TYPES =
      Map.ofEntries(
          Map.entry("F64", ElementType.FLOAT64),
          Map.entry("F32", ElementType.FLOAT32),
          Map.entry("F16", ElementType.FLOAT16),
          Map.entry("BF16", ElementType.BFLOAT16),
          Map.entry("I64", ElementType.INT64),
          Map.entry("I32", ElementType.INT32),
          Map.entry("I16", ElementType.INT16),
          Map.entry("I8", ElementType.INT8),
          Map.entry("U64", ElementType.UINT64),
          Map.entry("U32", ElementType.UINT32),
          Map.entry("U16", ElementType.UINT16),
          Map.entry("U8", ElementType.UINT8),
          Map.entry("BOOL", ElementType.BOOLEAN));

  private final JsonParser json;
  private final String source;

  private SafetensorsHeader(JsonParser json, String source) {
    this.json = json;
    this.source = source;
  }

  /**
   * One tensor.
   *
   * @param begin first byte, counted from the end of the header
   * @param end the byte after its last
   */
  record Entry(String name, ElementType type, List<Integer> shape, long begin, long end) {}

  /** All tensors, in the order of the header; free-form metadata are skipped. */
  static List<Entry> parse(byte[] header, String source) {
    if (header.length == 0 || header[0] != '{') {
      throw format("a JSON object at the start of " + source, "something else");
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), header)) {
      return new SafetensorsHeader(json, source).entries();
    } catch (JacksonException e) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("a JSON header in " + source)
          .found(e.getOriginalMessage())
          .because(e)
          .next("check that this is a safetensors file");
    }
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    json.nextToken();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      if (name.equals(METADATA)) {
        json.skipChildren();
      } else {
        entries.add(entry(name));
      }
    }
    require(json.currentToken() == JsonToken.END_OBJECT, "only names of tensors in " + source);
    require(json.nextToken() == null, "nothing after the JSON object in the header of " + source);
    return entries;
  }

  private Entry entry(String name) {
    String tensor = "tensor '" + name + "' of " + source;
    require(json.currentToken() == JsonToken.START_OBJECT, "an object that describes " + tensor);
    String dtype = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    for (String key = json.nextName(); key != null; key = json.nextName()) {
      json.nextToken();
      switch (key) {
        case "dtype" -> dtype = json.getValueAsString();
        case "shape" -> shape = numbers("the shape of " + tensor);
        case "data_offsets" -> offsets = numbers("the data_offsets of " + tensor);
        default -> throw format("dtype, shape and data_offsets of " + tensor, "'" + key + "'");
      }
    }
    if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
      throw format(
          "dtype, shape and two data_offsets of " + tensor,
          "%s, %s, %s".formatted(dtype, shape, offsets));
    }
    return new Entry(
        name, type(dtype, tensor), extents(shape, tensor), offsets.get(0), offsets.get(1));
  }

  private static ElementType type(String dtype, String tensor) {
    @Nullable ElementType type = TYPES.get(dtype);
    if (type == null) {
      throw format(
          "one of " + TYPES.keySet().stream().sorted().toList() + " in " + tensor,
          "'" + dtype + "'");
    }
    return type;
  }

  private static List<Integer> extents(List<Long> shape, String tensor) {
    if (shape.size() > MOST_AXES || shape.stream().anyMatch(n -> n > Integer.MAX_VALUE)) {
      throw format(
          "at most " + MOST_AXES + " extents below 2^31 in " + tensor,
          shape.size() > MOST_AXES ? shape.size() + " extents" : "the shape " + shape);
    }
    return shape.stream().map(Long::intValue).toList();
  }

  private List<Long> numbers(String what) {
    require(json.currentToken() == JsonToken.START_ARRAY, "a list for " + what);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "whole numbers in " + what);
      long number = json.getLongValue();
      if (number < 0) {
        throw format("no negative number in " + what, String.valueOf(number));
      }
      numbers.add(number);
    }
    return numbers;
  }

  private void require(boolean condition, String expected) {
    if (!condition) {
      throw format(expected, String.valueOf(json.currentToken()));
    }
  }

  private static ThalwegException format(String expected, String found) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(expected)
        .found(found)
        .next("check that this is a safetensors file, or write it again");
  }

  /** The header for these tensors, padded with spaces to a multiple of eight bytes. */
  static byte[] write(List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      for (Entry entry : entries) {
        json.writeName(entry.name());
        json.writeStartObject();
        json.writeStringProperty("dtype", dtype(entry.type()));
        json.writeArrayPropertyStart("shape");
        entry.shape().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("data_offsets");
        json.writeNumber(entry.begin());
        json.writeNumber(entry.end());
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    int padding = Math.floorMod(-out.size(), 8);
    out.writeBytes(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static String dtype(ElementType type) {
    return switch (type) {
      case FLOAT64 -> "F64";
      case FLOAT32 -> "F32";
      default -> "I64";
    };
  }
}
