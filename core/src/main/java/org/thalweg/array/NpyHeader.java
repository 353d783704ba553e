package org.thalweg.array;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The header of an npy file: magic, version, and a Python dictionary of exactly three entries.
 *
 * <p>The dictionary is a literal of the Python language, not JSON, and no Java library reads it
 * alone; the three entries have so little freedom that one regular expression describes them. A
 * header of more than 10,000 bytes is refused, as NumPy does.
 */
record NpyHeader(ElementType type, ByteOrder order, boolean columnMajor, List<Integer> shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 10_000;
  private static final int MOST_AXES = 64;
  private static final int ALIGNMENT = 64;
  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\G\\s*+['\"](?<key>\\w++)['\"]\\s*+:\\s*+"
              + "(?<value>'[^'\"]*+'|\"[^'\"]*+\"|True|False|\\([\\d\\s,L]*+\\))"
              + "\\s*+(?:,|$)\\s*+");
  private static final Map<String, ElementType> TYPES =
      Map.ofEntries(
          Map.entry("f8", ElementType.FLOAT64),
          Map.entry("f4", ElementType.FLOAT32),
          Map.entry("f2", ElementType.FLOAT16),
          Map.entry("i8", ElementType.INT64),
          Map.entry("i4", ElementType.INT32),
          Map.entry("i2", ElementType.INT16),
          Map.entry("i1", ElementType.INT8),
          Map.entry("u8", ElementType.UINT64),
          Map.entry("u4", ElementType.UINT32),
          Map.entry("u2", ElementType.UINT16),
          Map.entry("u1", ElementType.UINT8),
          Map.entry("b1", ElementType.BOOLEAN));

  /** Reads up to the first byte of the elements. */
  static NpyHeader read(InputStream in, String array) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw format("the npy magic '\\x93NUMPY' at the start of " + array, hex(start));
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3 || start[MAGIC.length + 1] != 0) {
      throw format(
          "npy version 1.0, 2.0 or 3.0 in " + array,
          "version " + version + "." + start[MAGIC.length + 1]);
    }
    byte[] lengthField = exactly(in, version == 1 ? 2 : 4, array);
    ByteBuffer field = ByteBuffer.wrap(lengthField).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        version == 1
            ? Short.toUnsignedLong(field.getShort())
            : Integer.toUnsignedLong(field.getInt());
    if (length > LONGEST) {
      throw format(
          "a header of at most " + LONGEST + " bytes in " + array, "a length of " + length);
    }
    byte[] text = exactly(in, (int) length, array);
    return parse(
        new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
        array);
  }

  private static byte[] exactly(InputStream in, int count, String array) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected(count + " bytes of header in " + array)
          .found(bytes.length + " bytes")
          .next("copy or download the file again: it is cut short");
    }
    return bytes;
  }

  private static NpyHeader parse(String header, String array) {
    String literal = header.strip();
    String expected =
        "a header {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), } in " + array;
    if (!literal.startsWith("{") || !literal.endsWith("}")) {
      throw format(expected, literal);
    }
    String entries = literal.substring(1, literal.length() - 1).strip();
    Map<String, String> values = new HashMap<>();
    Matcher matcher = ENTRY.matcher(entries);
    int end = 0;
    while (end < entries.length() && matcher.find()) {
      end = matcher.end();
      values.put(matcher.group("key"), matcher.group("value"));
    }
    if (end < entries.length() || !values.keySet().equals(KEYS)) {
      throw format(expected, literal);
    }
    String descr = values.getOrDefault("descr", "");
    String flag = values.getOrDefault("fortran_order", "");
    String tuple = values.getOrDefault("shape", "");
    if (descr.length() < 2 || !flag.matches("True|False") || !tuple.startsWith("(")) {
      throw format(expected, literal);
    }
    String code = descr.substring(1, descr.length() - 1);
    return new NpyHeader(type(code, array), order(code), flag.equals("True"), shape(tuple, array));
  }

  private static ElementType type(String code, String array) {
    if (code.contains("O")) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("numbers in " + array)
          .found("pickled Python objects ('" + code + "'), which are programs and never run")
          .next("save the array with a numeric dtype, e.g. array.astype('float32')");
    }
    ElementType type = code.matches("[<>|]..") ? TYPES.get(code.substring(1)) : null;
    if (type == null || (code.startsWith("|") && type.width() > 1)) {
      throw format("one of " + TYPES.keySet().stream().sorted().toList() + " in " + array, code);
    }
    return type;
  }

  private static ByteOrder order(String code) {
    return code.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private static List<Integer> shape(String tuple, String array) {
    List<Integer> shape = new ArrayList<>();
    for (String part : tuple.substring(1, tuple.length() - 1).split(",", -1)) {
      // a tuple of one ends with a comma: (3,)
      String digits = part.strip().replaceFirst("L$", "");
      if (digits.isEmpty()) {
        continue;
      }
      try {
        shape.add(Integer.parseInt(digits));
      } catch (NumberFormatException e) {
        throw format("extents below 2^31 in " + array, digits);
      }
    }
    if (shape.size() > MOST_AXES) {
      throw format("at most " + MOST_AXES + " axes in " + array, shape.size() + " axes");
    }
    return shape;
  }

  private static ThalwegException format(String expected, String found) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(expected)
        .found(found.length() > 200 ? found.substring(0, 200) + "…" : found)
        .next("write the file with numpy.save or numpy.savez and numeric arrays");
  }

  private static String hex(byte[] bytes) {
    return bytes.length == 0
        ? "nothing"
        : "the bytes " + HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  /** The header of version 1.0 for these elements, padded to a multiple of 64 bytes. */
  static byte[] write(NumericArray array) {
    String descr =
        switch (ElementType.of(array.values())) {
          case FLOAT64 -> "<f8";
          case FLOAT32 -> "<f4";
          default -> "<i8";
        };
    String shape = array.shape().stream().map(String::valueOf).collect(joining(", "));
    String tuple = array.shape().size() == 1 ? "(" + shape + ",)" : "(" + shape + ")";
    String literal =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(descr, tuple);
    int fixed = MAGIC.length + 2 + 2;
    int unpadded = fixed + literal.length() + 1;
    int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String padded = literal + " ".repeat(total - unpadded) + "\n";
    return ByteBuffer.allocate(total)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (total - fixed))
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
