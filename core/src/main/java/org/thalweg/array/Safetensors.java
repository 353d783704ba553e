package org.thalweg.array;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.thalweg.array.SafetensorsHeader.Entry;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The safetensors format for named arrays: the length of the header (8 bytes, little endian), the
 * header (JSON), the numbers (little endian, row-major, without gaps).
 *
 * <p>Read: F64, F32, F16 and BF16 (as float32), I8 to I64, U8 to U64, BOOL (as int64), in the order
 * of the header. Written: F64, F32, I64, each tensor aligned to its element; the same arrays give
 * the same bytes. Metadata are skipped.
 *
 * <p>Errors: {@code DATA_FORMAT} (not safetensors, other types, gaps, overlaps, a header above
 * 100,000,000 bytes, offsets that do not fit the shape), {@code DATA_CORRUPT} (fewer or more bytes
 * than announced), {@code OUT_OF_MEMORY}, {@code FILE_NOT_FOUND}, {@code FILE_NOT_READABLE}.
 *
 * <p>Source: the format section of the safetensors README (Hugging Face, 2022).
 */
public final class Safetensors {
  private static final long LONGEST_HEADER = 100_000_000;

  private Safetensors() {}

  public static Map<String, NumericArray> read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw Reading.failed(file.toString(), e);
    }
  }

  /** Reads the stream to its end; it is not closed. */
  public static Map<String, NumericArray> read(InputStream in) {
    try {
      return read(in, "the stream");
    } catch (IOException e) {
      throw Reading.failed("the stream", e);
    }
  }

  /** Writes all arrays; the header keeps the order of the map. {@code out} is not closed. */
  public static void write(Map<String, NumericArray> arrays, OutputStream out) throws IOException {
    List<String> placed = new ArrayList<>(arrays.keySet());
    // eight-byte elements first: every tensor is then aligned to its element
    placed.sort(Comparator.comparingInt(name -> -width(arrays, name)));
    Map<String, Entry> entries = new HashMap<>();
    long offset = 0;
    for (String name : placed) {
      NumericArray array = Objects.requireNonNull(arrays.get(name));
      ElementType type = ElementType.of(array.values());
      long end = offset + (long) array.size() * type.width();
      entries.put(name, new Entry(name, type, array.shape(), offset, end));
      offset = end;
    }
    byte[] header =
        SafetensorsHeader.write(
            arrays.keySet().stream().map(entries::get).map(Objects::requireNonNull).toList());
    out.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array());
    out.write(header);
    for (String name : placed) {
      ArrayBody.write(Objects.requireNonNull(arrays.get(name)).values(), out);
    }
    out.flush();
  }

  private static int width(Map<String, NumericArray> arrays, String name) {
    return ElementType.of(Objects.requireNonNull(arrays.get(name)).values()).width();
  }

  private static Map<String, NumericArray> read(InputStream in, String source) throws IOException {
    List<Entry> entries = SafetensorsHeader.parse(header(in, source), source);
    List<Entry> placed = new ArrayList<>(entries);
    placed.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    // names first, so that the result has the order of the header and not of the data
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    entries.forEach(entry -> arrays.put(entry.name(), NumericArray.of(new double[0], 0)));
    long offset = 0;
    for (Entry entry : placed) {
      String tensor = "tensor '" + entry.name() + "' of " + source;
      ArrayBody body = ArrayBody.of(tensor, entry.type(), entry.shape());
      if (entry.begin() != offset || entry.end() - entry.begin() != body.byteCount()) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected(
                "%s of shape %s at the bytes %d to %d"
                    .formatted(tensor, entry.shape(), offset, offset + body.byteCount()))
            .found("data_offsets [%d, %d]".formatted(entry.begin(), entry.end()))
            .next("write the file again: its tensors overlap, leave gaps or have other sizes");
      }
      offset = entry.end();
      arrays.put(entry.name(), body.read(in, ByteOrder.LITTLE_ENDIAN, false));
    }
    if (in.read() >= 0) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("the end of " + source + " after " + offset + " bytes of data")
          .found("more bytes")
          .next("copy or download the file again");
    }
    return arrays;
  }

  private static byte[] header(InputStream in, String source) throws IOException {
    byte[] field = in.readNBytes(Long.BYTES);
    if (field.length < Long.BYTES) {
      throw cut(source, "8 bytes with the length of the header", field.length);
    }
    long length = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > LONGEST_HEADER) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("a header of at most " + LONGEST_HEADER + " bytes in " + source)
          .found("a length of " + Long.toUnsignedString(length))
          .next("check that this is a safetensors file");
    }
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw cut(source, length + " bytes of header", header.length);
    }
    return header;
  }

  private static ThalwegException cut(String source, String expected, int found) {
    return ThalwegException.of(ErrorCode.DATA_CORRUPT)
        .expected(expected + " in " + source)
        .found(found + " bytes")
        .next("copy or download the file again: it is cut short");
  }
}
