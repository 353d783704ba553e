package org.thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

class NpzTest {
  @TempDir Path folder;

  private static Map<String, NumericArray> example() {
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("z.weight", NumericArray.of(new float[] {1f, -2.5f, Float.NaN, 4f, 5f, 6f}, 2, 3));
    arrays.put("a", NumericArray.of(new double[] {Math.PI}));
    arrays.put("empty", NumericArray.of(new double[0], 0, 4));
    arrays.put("counts", NumericArray.of(new long[] {Long.MIN_VALUE, 7}, 2));
    return arrays;
  }

  private static byte[] written(Map<String, NumericArray> arrays) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npz.write(arrays, out);
    return out.toByteArray();
  }

  private static void assertExample(Map<String, NumericArray> read) {
    assertThat(read.keySet()).containsExactly("z.weight", "a", "empty", "counts");
    NumericArray weight = read.get("z.weight");
    assertThat(weight).isNotNull();
    assertThat(weight.shape()).containsExactly(2, 3);
    assertThat(weight.values()).isInstanceOf(Elements.Float32.class);
    assertThat(weight.toDoubles()).containsExactly(1, -2.5, Double.NaN, 4, 5, 6);
    assertThat(read.get("a"))
        .satisfies(a -> assertThat(a.shape()).isEmpty())
        .satisfies(a -> assertThat(a.toDoubles()).containsExactly(Math.PI));
    assertThat(read.get("empty"))
        .satisfies(a -> assertThat(a.shape()).containsExactly(0, 4))
        .satisfies(a -> assertThat(a.size()).isZero());
    assertThat(read.get("counts"))
        .satisfies(
            a ->
                assertThat(((Elements.Int64) a.values()).toLongs())
                    .containsExactly(Long.MIN_VALUE, 7));
  }

  @Test
  void whatIsWrittenIsReadFromStreamAndFile() throws IOException {
    byte[] bytes = written(example());
    assertExample(Npz.read(new ByteArrayInputStream(bytes)));
    Path file = Files.write(folder.resolve("a.npz"), bytes);
    assertExample(Npz.read(file));
  }

  @Test
  void theBytesDependOnTheArraysOnly() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    byte[] here = written(example());
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(written(example())).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
    }
    // bytes 10…13 of the first local header: MS-DOS time 00:00 and date 1980-02-01
    assertThat(Arrays.copyOfRange(here, 10, 14)).containsExactly(0, 0, 0x41, 0);
  }

  @Test
  void deflatedArchivesAreRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      Npy.write(NumericArray.of(new double[] {1, 2}, 2), zip);
    }
    assertThat(Npz.read(new ByteArrayInputStream(out.toByteArray())).get("x"))
        .satisfies(a -> assertThat(a.toDoubles()).containsExactly(1, 2));
  }

  @Test
  void anArchiveCutAnywhereIsRefused() throws IOException {
    byte[] whole = written(example());
    for (int length = 0; length < whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      Path file = Files.write(folder.resolve("cut.npz"), cut);
      assertThatThrownBy(() -> Npz.read(new ByteArrayInputStream(cut)))
          .as("stream of %d bytes", length)
          .isInstanceOf(ThalwegException.class);
      assertThatThrownBy(() -> Npz.read(file))
          .as("file of %d bytes", length)
          .isInstanceOf(ThalwegException.class);
    }
  }

  @Test
  void aFlippedByteOfDataIsNoticed() throws IOException {
    byte[] bytes = written(example());
    // inside the elements of the first array: local header, name, npy header, then data
    bytes[30 + "z.weight.npy".length() + 128 + 5] ^= 1;
    Path file = Files.write(folder.resolve("flipped.npz"), bytes);
    assertCode(() -> Npz.read(new ByteArrayInputStream(bytes)), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("z.weight");
    assertCode(() -> Npz.read(file), ErrorCode.DATA_CORRUPT).hasMessageContaining("z.weight");
  }

  @Test
  void otherFilesAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
    assertCode(() -> Npz.read(text), ErrorCode.DATA_FORMAT).hasMessageContaining("notes.txt");
    assertCode(() -> Npz.read(folder.resolve("none.npz")), ErrorCode.FILE_NOT_FOUND)
        .hasMessageContaining("none.npz");
    assertCode(() -> Npz.read(folder), ErrorCode.FILE_NOT_READABLE);
  }

  @Test
  void otherEntriesAndDuplicatesAreRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("readme.md"));
      zip.write("text".getBytes(StandardCharsets.UTF_8));
    }
    assertCode(() -> Npz.read(new ByteArrayInputStream(out.toByteArray())), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("readme.md");
    byte[] twice =
        written(
            new LinkedHashMap<>(
                Map.of(
                    "a", NumericArray.of(new double[] {1}, 1),
                    "b", NumericArray.of(new double[] {2}, 1))));
    for (int i = 0; i + 5 < twice.length; i++) {
      if (new String(twice, i, 5, StandardCharsets.US_ASCII).equals("b.npy")) {
        twice[i] = 'a';
      }
    }
    assertCode(() -> Npz.read(new ByteArrayInputStream(twice)), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("two arrays named 'a'");
  }

  @Test
  void aNameThatIsNoTextIsDamage() throws IOException {
    byte[] bytes = written(example());
    bytes[30] = (byte) 0xff;
    bytes[31] = (byte) 0xff;
    assertCode(() -> Npz.read(new ByteArrayInputStream(bytes)), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("not UTF-8");
  }

  /** One random byte in each place: whatever happens is either sound or a coded error. */
  @Test
  void damagedArchivesFailWithCodes() throws IOException {
    byte[] whole = written(example());
    RandomStream random = RandomStream.of(0, "damage");
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] = (byte) random.below(256);
      try {
        assertThat(Npz.read(new ByteArrayInputStream(damaged))).isNotNull();
      } catch (ThalwegException e) {
        assertThat(e.code())
            .isIn(ErrorCode.DATA_CORRUPT, ErrorCode.DATA_FORMAT, ErrorCode.OUT_OF_MEMORY);
      }
    }
  }

  @Test
  void shapesAreKept() throws IOException {
    NumericArray cube = NumericArray.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, 2, 2, 2);
    assertThat(Npz.read(new ByteArrayInputStream(written(Map.of("cube", cube)))).get("cube"))
        .satisfies(a -> assertThat(a.shape()).isEqualTo(List.of(2, 2, 2)))
        .satisfies(a -> assertThat(a.toDoubles()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7));
  }

  private static AbstractThrowableAssert<?, ?> assertCode(ThrowingCallable call, ErrorCode code) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
