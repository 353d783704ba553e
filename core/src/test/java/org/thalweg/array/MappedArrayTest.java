package org.thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class MappedArrayTest {
  @TempDir private Path folder;

  private static byte[] header(String descr, boolean columnMajor, String shape) {
    String text =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
            .formatted(descr, columnMajor ? "True" : "False", shape);
    return ByteBuffer.allocate(10 + text.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(HexFormat.of().parseHex("934e554d50590100"))
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private Path file(byte[] header, byte[] body) throws IOException {
    Path file = folder.resolve("a.npy");
    byte[] whole = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, whole, header.length, body.length);
    return Files.write(file, whole);
  }

  /** Bytes as NumPy writes them, and the number they mean. */
  @ParameterizedTest
  @CsvSource({
    "<f8, 000000000000f8bf, -1.5",
    ">f8, bff8000000000000, -1.5",
    "<f4, 0000c03f, 1.5",
    ">f4, 3fc00000, 1.5",
    "<f2, 0042, 3",
    "<i8, feffffffffffffff, -2",
    "<u8, 0000000000000080, 9223372036854775808",
    "<i4, 00000080, -2147483648",
    "<u4, ffffffff, 4294967295",
    ">i2, fffe, -2",
    "<u2, feff, 65534",
    "|i1, ff, -1",
    "|u1, ff, 255",
    "|b1, 01, 1",
  })
  void everyTypeMeansTheNumberItSpells(String descr, String hex, double number) throws IOException {
    byte[] zero = new byte[hex.length() / 2];
    byte[] body = Arrays.copyOf(zero, 2 * zero.length);
    System.arraycopy(HexFormat.of().parseHex(hex), 0, body, zero.length, zero.length);
    MappedArray array = MappedArray.open(file(header(descr, false, "(2,)"), body));
    assertThat(array.get(0)).isZero();
    assertThat(array.get(1)).isEqualTo(number);
    assertThat(array.floating()).isEqualTo(descr.contains("f"));
    float[] copied = new float[4];
    array.copy(0, 2, copied, 1);
    assertThat(copied).containsExactly(0, 0, (float) number, 0);
  }

  @Test
  void columnMajorIsReadRowByRow() throws IOException {
    // element (i, j, k) of shape 2 × 3 × 2 is 100 i + 10 j + k and lies at i + 2 j + 6 k
    byte[] body = new byte[12];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 2; k++) {
          body[i + 2 * j + 6 * k] = (byte) (100 * i + 10 * j + k);
        }
      }
    }
    MappedArray array = MappedArray.open(file(header("|u1", true, "(2, 3, 2)"), body));
    float[] copied = new float[12];
    array.copy(0, 12, copied, 0);
    assertThat(copied).containsExactly(0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121);
    array.copy(7, 2, copied, 3);
    assertThat(copied).startsWith(0, 1, 10, 101, 110, 21);
  }

  /** A sparse file of 3 GiB: it takes no space, and more than one mapping can hold. */
  @Test
  void elementsBeyondTwoGigabytesAreReached() throws IOException {
    byte[] header = header("<f4", false, "(3, 268435456)");
    Path file = file(header, new byte[0]);
    long elements = 3L << 28;
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(header.length + 4 * elements);
      sparse.seek(header.length + 4 * ((1L << 28) - 1));
      sparse.write(HexFormat.of().parseHex("0000803f" + "00000040"));
      sparse.seek(header.length + 4 * (elements - 1));
      sparse.write(HexFormat.of().parseHex("00004040"));
    }
    MappedArray array = MappedArray.open(file);
    assertThat(array.size()).isEqualTo(elements);
    float[] acrossTheSeam = new float[4];
    array.copy((1L << 28) - 2, 4, acrossTheSeam, 0);
    assertThat(acrossTheSeam).containsExactly(0, 1, 2, 0);
    assertThat(array.get(elements - 1)).isEqualTo(3);
  }

  @Test
  void anArrayInsideAnotherFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[7]);
    Npy.write(NumericArray.of(new double[] {1, 2, 3}, 3), out);
    int end = out.size();
    out.writeBytes(new byte[5]);
    Path file = Files.write(folder.resolve("outer"), out.toByteArray());
    MappedArray array = MappedArray.open(file, 7, end - 7L, "array 'x'");
    assertThat(array.shape()).containsExactly(3);
    assertThat(array.get(2)).isEqualTo(3);
    for (long[] wrong : new long[][] {{7, end - 8L}, {7, end - 6L}, {7, end}, {-1, 20}}) {
      assertCode(
          () -> MappedArray.open(file, wrong[0], wrong[1], "array 'x'"), ErrorCode.DATA_CORRUPT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(3,)",
        "(1,)",
        "()",
        "(0, 2147483647)",
        "(2147483647, 2147483647, 2147483647)",
        "(65536, 65536, 65536, 65536)",
        "(2147483647,)",
      })
  void aShapeThatDoesNotFitTheBytes(String shape) throws IOException {
    Path file = file(header("<f8", false, shape), new byte[16]);
    assertCode(() -> MappedArray.open(file), ErrorCode.DATA_CORRUPT);
  }

  @Test
  void anEmptyArrayAndAMissingFile() throws IOException {
    assertThat(MappedArray.open(file(header("<f8", false, "(0, 5)"), new byte[0])).size()).isZero();
    assertCode(() -> MappedArray.open(folder.resolve("none.npy")), ErrorCode.FILE_NOT_FOUND);
    Path objects = file(header("|O", false, "(1,)"), new byte[8]);
    assertCode(() -> MappedArray.open(objects), ErrorCode.DATA_FORMAT);
  }

  private static void assertCode(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
