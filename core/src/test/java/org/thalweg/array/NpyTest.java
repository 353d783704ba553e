package org.thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class NpyTest {
  @TempDir Path folder;

  /** A file as NumPy's description lays it out. */
  private static byte[] file(int version, String header, String dataHex) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    byte[] data = HexFormat.of().parseHex(dataHex);
    ByteBuffer file = ByteBuffer.allocate(12 + text.length + data.length);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    file.put((byte) version).put((byte) 0);
    if (version == 1) {
      file.putShort((short) text.length);
    } else {
      file.putInt(text.length);
    }
    file.put(text).put(data);
    return Arrays.copyOf(file.array(), file.position());
  }

  private static String header(String descr, boolean columnMajor, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }   \n"
        .formatted(descr, columnMajor ? "True" : "False", shape);
  }

  private static NumericArray read(byte[] file) {
    return Npy.read(new ByteArrayInputStream(file));
  }

  @ParameterizedTest
  @CsvSource({
    "<f8, 000000000000f83f000000000000c0bf, 1.5, -0.125",
    ">f8, 3ff8000000000000bfc0000000000000, 1.5, -0.125",
    "<f4, 0000c03f000000be, 1.5, -0.125",
    ">f4, 3fc00000be000000, 1.5, -0.125",
    "<f2, 003e00b0, 1.5, -0.125",
    ">f2, 3e00b000, 1.5, -0.125",
    "<i8, 0100000000000000ffffffffffffffff, 1, -1",
    ">i8, 0000000000000001ffffffffffffffff, 1, -1",
    "<i4, 01000000ffffffff, 1, -1",
    ">i4, 00000001ffffffff, 1, -1",
    "<i2, 0100ffff, 1, -1",
    ">i2, 0001ffff, 1, -1",
    "|i1, 01ff, 1, -1",
    "<u8, 0100000000000000ffffffff00000000, 1, 4294967295",
    "<u4, 01000000ffffffff, 1, 4294967295",
    ">u4, 00000001fffffffe, 1, 4294967294",
    "<u2, 0100ffff, 1, 65535",
    "|u1, 01ff, 1, 255",
    "|b1, 0001, 0, 1",
  })
  void readsEveryTypeInBothByteOrders(String descr, String data, double first, double second) {
    for (int version = 1; version <= 3; version++) {
      NumericArray array = read(file(version, header(descr, false, "(2,)"), data));
      assertThat(array.shape()).containsExactly(2);
      assertThat(array.toDoubles()).containsExactly(first, second);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // sign, exponent, fraction: the corners of IEEE 754 binary16
    "0000, 0",
    "0080, -0.0",
    "0100, 5.9604644775390625E-8",
    "ff03, 6.097555160522461E-5",
    "0004, 6.103515625E-5",
    "ff7b, 65504",
    "007c, Infinity",
    "00fc, -Infinity",
    "007e, NaN",
    "0184, -6.109476089477539E-5",
    "0180, -5.9604644775390625E-8",
  })
  void halfPrecisionIsExact(String data, double value) {
    double read = read(file(1, header("<f2", false, "(1,)"), data)).toDoubles()[0];
    assertThat(Double.doubleToLongBits(read)).isEqualTo(Double.doubleToLongBits(value));
  }

  @Test
  void columnMajorBecomesRowMajor() {
    // element (i, j, k) of shape (2, 3, 2) is 100 i + 10 j + k; the first index runs fastest
    String data = "00" + "64" + "0a" + "6e" + "14" + "78" + "01" + "65" + "0b" + "6f" + "15" + "79";
    NumericArray array = read(file(1, header("|u1", true, "(2, 3, 2)"), data));
    assertThat(array.shape()).containsExactly(2, 3, 2);
    assertThat(array.toDoubles())
        .containsExactly(0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121);
  }

  @Test
  void columnMajorWithWideBigEndianElements() {
    String data = "0001" + "0003" + "0002" + "0004";
    assertThat(read(file(1, header(">i2", true, "(2, 2)"), data)).toDoubles())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void scalarsAndEmptyArrays() {
    assertThat(read(file(1, header("|i1", false, "()"), "07")))
        .satisfies(a -> assertThat(a.shape()).isEmpty())
        .satisfies(a -> assertThat(a.toDoubles()).containsExactly(7));
    assertThat(read(file(1, header("<f8", true, "(65536, 65536, 0)"), "")))
        .satisfies(a -> assertThat(a.shape()).containsExactly(65536, 65536, 0))
        .satisfies(a -> assertThat(a.size()).isZero());
  }

  @Test
  void keysMayComeInAnyOrderAndQuotes() {
    String header = "{\"shape\":(1L,),'fortran_order':False,\"descr\":\"|u1\"}\n";
    assertThat(read(file(1, header, "05")).toDoubles()).containsExactly(5);
  }

  @Test
  void writesTheBytesOfTheDescription() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(NumericArray.of(new double[] {1.5}, 1), out);
    String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }";
    // 10 bytes before the header, 128 in all, a newline last
    String padded = dictionary + " ".repeat(128 - 10 - 1 - dictionary.length()) + "\n";
    assertThat(out.toByteArray()).isEqualTo(file(1, padded, "000000000000f83f"));
  }

  @Test
  void longArraysSurviveTheChunksOfTheWriter() throws IOException {
    long[] values = new long[20_001];
    Arrays.setAll(values, i -> (long) i * i - 7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(NumericArray.of(values, values.length), out);
    assertThat(((Elements.Int64) read(out.toByteArray()).values()).toLongs()).isEqualTo(values);
    float[] floats = new float[20_001];
    Arrays.fill(floats, 0.1f);
    out.reset();
    Npy.write(NumericArray.of(floats, floats.length), out);
    assertThat(((Elements.Float32) read(out.toByteArray()).values()).toFloats()).isEqualTo(floats);
  }

  @Test
  void twoArraysInARowAreReadOneByOne() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(NumericArray.of(new double[] {1}, 1), out);
    Npy.write(NumericArray.of(new double[] {2}, 1), out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    assertThat(Npy.read(in).toDoubles()).containsExactly(1);
    assertThat(Npy.read(in).toDoubles()).containsExactly(2);
    Path file = Files.write(folder.resolve("two.npy"), out.toByteArray());
    assertCode(() -> Npy.read(file), ErrorCode.DATA_CORRUPT).hasMessageContaining("two.npy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|O", "<c8", "<U4", "<f16", "|f8", "=f4", "<M8[ns]", "f8", "<i3",
      })
  void otherTypesAreRefused(String descr) {
    byte[] file = file(1, header(descr, false, "(1,)"), "0000000000000000");
    assertCode(() -> read(file), ErrorCode.DATA_FORMAT);
  }

  @Test
  void pickledObjectsAreNamedAsSuch() {
    byte[] file = file(1, header("|O", false, "(1,)"), "80049500");
    assertCode(() -> read(file), ErrorCode.DATA_FORMAT).hasMessageContaining("pickled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{'descr': '<f8', 'fortran_order': False, }",
        "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': 1, }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'extra': (1,), }",
        "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }",
        "{'descr': True, 'fortran_order': False, 'shape': (1,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1 2,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647, 4), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (65536, 65536), }",
      })
  void malformedHeadersAreRefused(String header) {
    byte[] file = file(1, header, "0000000000000000");
    assertCode(() -> read(file), ErrorCode.DATA_FORMAT);
  }

  @Test
  void hostileSizesCostNoMemory() {
    byte[] promising = file(1, header("|u1", false, "(90000000,)"), "00");
    assertCode(() -> read(promising), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("90000000 bytes")
        .hasMessageContaining("found:    1 bytes");
    byte[] longHeader = file(2, header("|u1", false, "(1,)"), "00");
    longHeader[11] = (byte) 0xff;
    assertCode(() -> read(longHeader), ErrorCode.DATA_FORMAT).hasMessageContaining("10000");
    byte[] manyAxes = file(2, header("|u1", false, "(" + "1,".repeat(65) + ")"), "00");
    assertCode(() -> read(manyAxes), ErrorCode.DATA_FORMAT).hasMessageContaining("65 axes");
    byte[] unsigned = file(1, header("<u8", false, "(1,)"), "ffffffffffffffff");
    assertCode(() -> read(unsigned), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("18446744073709551615");
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    byte[] whole = file(1, header("<i2", false, "(2,)"), "01000200");
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertCode(() -> read(cut), length < 8 ? ErrorCode.DATA_FORMAT : ErrorCode.DATA_CORRUPT);
    }
  }

  @Test
  void otherVersionsAreRefused() {
    byte[] file = file(4, header("|u1", false, "(1,)"), "00");
    assertCode(() -> read(file), ErrorCode.DATA_FORMAT).hasMessageContaining("version 4.0");
  }

  private static AbstractThrowableAssert<?, ?> assertCode(ThrowingCallable call, ErrorCode code) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
