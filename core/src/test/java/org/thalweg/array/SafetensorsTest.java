package org.thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class SafetensorsTest {
  @TempDir Path folder;

  /** A file as the format's description lays it out. */
  private static byte[] file(String header, String dataHex) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    byte[] data = HexFormat.of().parseHex(dataHex);
    return ByteBuffer.allocate(8 + json.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(data)
        .array();
  }

  private static Map<String, NumericArray> read(byte[] file) {
    return Safetensors.read(new ByteArrayInputStream(file));
  }

  @ParameterizedTest
  @CsvSource({
    "F64, 000000000000f83f000000000000c0bf, 1.5, -0.125",
    "F32, 0000c03f000000be, 1.5, -0.125",
    "F16, 003e00b0, 1.5, -0.125",
    "BF16, c03f00be, 1.5, -0.125",
    "I64, 0100000000000000ffffffffffffffff, 1, -1",
    "I32, 01000000ffffffff, 1, -1",
    "I16, 0100ffff, 1, -1",
    "I8, 01ff, 1, -1",
    "U32, 01000000ffffffff, 1, 4294967295",
    "U16, 0100ffff, 1, 65535",
    "U8, 01ff, 1, 255",
    "BOOL, 0001, 0, 1",
  })
  void readsEveryType(String dtype, String data, double first, double second) {
    String header =
        "{\"t\":{\"dtype\":\"%s\",\"shape\":[2,1],\"data_offsets\":[0,%d]}}  "
            .formatted(dtype, data.length() / 2);
    assertThat(read(file(header, data)).get("t"))
        .satisfies(a -> assertThat(a.shape()).containsExactly(2, 1))
        .satisfies(a -> assertThat(a.toDoubles()).containsExactly(first, second));
  }

  @Test
  void theOrderIsThatOfTheHeaderWhereverTheDataLie() {
    String header =
        """
        {"__metadata__":{"format":"pt"},
         "\\u03b1":{"shape":[],"dtype":"U8","data_offsets":[2,3]},
         "b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},
         "none":{"dtype":"F32","shape":[0,3],"data_offsets":[3,3]}}""";
    Map<String, NumericArray> read = read(file(header, "070809"));
    assertThat(read.keySet()).containsExactly("α", "b", "none");
    assertThat(read.get("α")).satisfies(a -> assertThat(a.toDoubles()).containsExactly(9));
    assertThat(read.get("b")).satisfies(a -> assertThat(a.toDoubles()).containsExactly(7, 8));
    assertThat(read.get("none")).satisfies(a -> assertThat(a.shape()).containsExactly(0, 3));
  }

  @Test
  void writesTheBytesOfTheDescription() throws IOException {
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("w", NumericArray.of(new float[] {1.5f}, 1));
    arrays.put("n", NumericArray.of(new long[] {-1}, 1, 1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(arrays, out);
    String json =
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},"
            + "\"n\":{\"dtype\":\"I64\",\"shape\":[1,1],\"data_offsets\":[0,8]}}";
    String padded = json + " ".repeat((8 - json.length() % 8) % 8);
    assertThat(out.toByteArray()).isEqualTo(file(padded, "ffffffffffffffff" + "0000c03f"));
    assertThat(read(out.toByteArray()).keySet()).containsExactly("w", "n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|",
        "{\"t\":3}|",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[1]}}|00",
        "{\"t\":{\"dtype\":\"F8_E4M3\",\"shape\":[1],\"data_offsets\":[0,1]}}|00",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[-1,-1],\"data_offsets\":[0,1]}}|00",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[1.5],\"data_offsets\":[0,1]}}|00",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[99999999999999999999],\"data_offsets\":[0,1]}}|00",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[65536,65536],\"data_offsets\":[0,0]}}|",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,1]}}|00",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1,2]}}|0000",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}} x|00",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]|00",
      })
  void malformedHeadersAreRefused(String header, String data) {
    assertCode(file(header, data == null ? "" : data), ErrorCode.DATA_FORMAT);
  }

  @Test
  void overlapsAndDuplicatesAreRefused() {
    String tensor = "\"%s\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[%d,%d]}";
    String overlap = "{" + tensor.formatted("a", 0, 1) + "," + tensor.formatted("b", 0, 1) + "}";
    assertCode(file(overlap, "00"), ErrorCode.DATA_FORMAT).hasMessageContaining("tensor 'b'");
    String twice = "{" + tensor.formatted("a", 0, 1) + "," + tensor.formatted("a", 1, 2) + "}";
    assertCode(file(twice, "0000"), ErrorCode.DATA_FORMAT);
  }

  @Test
  void lyingLengthsCostNoMemory() {
    byte[] length = file("{}", "");
    length[4] = 1;
    assertCode(length, ErrorCode.DATA_FORMAT).hasMessageContaining("4294967298");
    byte[] negative = file("{}", "");
    negative[7] = (byte) 0x80;
    assertCode(negative, ErrorCode.DATA_FORMAT);
    byte[] beyond = file("{}", "");
    beyond[2] = 4;
    assertCode(beyond, ErrorCode.DATA_CORRUPT).hasMessageContaining("262146 bytes of header");
    String huge = "{\"t\":{\"dtype\":\"U8\",\"shape\":[90000000],\"data_offsets\":[0,90000000]}}";
    assertCode(file(huge, "00"), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("90000000 bytes")
        .hasMessageContaining("tensor 't'");
  }

  @Test
  void aFileCutOrExtendedIsDamaged() {
    byte[] whole = file("{\"t\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}", "0102");
    for (int length = 0; length < whole.length; length++) {
      assertCode(Arrays.copyOf(whole, length), ErrorCode.DATA_CORRUPT);
    }
    assertCode(Arrays.copyOf(whole, whole.length + 1), ErrorCode.DATA_CORRUPT);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Safetensors.read(folder.resolve("none.safetensors")))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_NOT_FOUND))
        .hasMessageContaining("none.safetensors");
  }

  private static AbstractThrowableAssert<?, ?> assertCode(byte[] file, ErrorCode code) {
    return assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
