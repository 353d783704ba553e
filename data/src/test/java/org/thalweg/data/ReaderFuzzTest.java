package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.array.Npy;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/**
 * Damaged files for each reader: a data set or a coded error, and nothing else.
 *
 * <p>A thousand each, so that the suite stays quick; {@code -Dthalweg.fuzz.inputs=10000} asks for
 * more, and the first thousand are the same.
 */
class ReaderFuzzTest {
  private static final int INPUTS = Integer.getInteger("thalweg.fuzz.inputs", 1_000);
  private static final byte[] TOKENS =
      "\"',;\n\r\t\0-eE.9{}()[]:PK".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  /** Flips, overwrites, cuts, repeats or removes a few bytes. */
  private static byte[] damaged(byte[] sound, RandomStream random) {
    byte[] bytes = sound.clone();
    for (int change = random.below(4); change >= 0; change--) {
      if (bytes.length == 0) {
        return bytes;
      }
      int at = random.below(bytes.length);
      switch (random.below(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.below(8));
        case 1 -> bytes[at] = (byte) random.below(256);
        case 2 -> bytes[at] = TOKENS[random.below(TOKENS.length)];
        case 3 -> bytes = Arrays.copyOf(bytes, at);
        case 4 -> {
          int count = 1 + random.below(Math.min(16, bytes.length - at));
          ByteBuffer longer = ByteBuffer.allocate(bytes.length + count);
          longer.put(bytes, 0, at + count).put(bytes, at, bytes.length - at);
          bytes = longer.array();
        }
        default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xff);
      }
    }
    return bytes;
  }

  /** How many of the damaged files opened all the same. */
  private int fuzz(String purpose, byte[] sound, Path file, String name) throws IOException {
    Files.write(file, sound);
    Datasets.open(name);
    int opened = 0;
    for (int i = 0; i < INPUTS; i++) {
      Files.write(file, damaged(sound, RandomStream.of(0, "fuzz-" + purpose, i)));
      try {
        Datasets.open(name);
        opened++;
      } catch (ThalwegException e) {
        assertThat(e.code()).as("input %d: %s", i, e.getMessage()).isNotEqualTo(ErrorCode.INTERNAL);
      } catch (RuntimeException e) {
        throw new AssertionError(purpose + " " + i, e);
      }
    }
    return opened;
  }

  private static byte[] npy(NumericArray array) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(array, out);
    return out.toByteArray();
  }

  private static Map<String, NumericArray> arrays() {
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("x", NumericArray.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 5, 2));
    arrays.put("y", NumericArray.of(new long[] {0, 1, 0, 1, 2}, 5));
    return arrays;
  }

  @Test
  void npy() throws IOException {
    Path x = folder.resolve("x.npy");
    Path y = Files.write(folder.resolve("y.npy"), npy(NumericArray.of(new long[5], 5)));
    byte[] sound = npy(NumericArray.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 5, 2));
    assertThat(fuzz("npy", sound, x, "npy:%s,%s".formatted(x, y))).isPositive();
  }

  @Test
  void npz() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npz.write(arrays(), out);
    Path file = folder.resolve("a.npz");
    assertThat(fuzz("npz", out.toByteArray(), file, "npz:" + file)).isPositive();
  }

  @Test
  void compressedNpz() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, NumericArray> array : arrays().entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
        Npy.write(array.getValue(), zip);
        zip.closeEntry();
      }
    }
    Path file = folder.resolve("b.npz");
    assertThat(fuzz("npz-deflated", out.toByteArray(), file, "npz:" + file)).isPositive();
  }

  @Test
  void csv() throws IOException {
    String text = "a,\"b c\",kind\n1.5,2,x\n-3e2,4,y\n5,6,\"x\"\n7,8,y\n9,10,x\n";
    Path file = folder.resolve("t.csv");
    byte[] sound = text.getBytes(StandardCharsets.UTF_8);
    assertThat(fuzz("csv", sound, file, "csv:" + file)).isPositive();
    String loose = ",categories=one-hot,missing=drop";
    assertThat(fuzz("csv-loose", sound, file, "csv:" + file + loose)).isPositive();
  }

  @Test
  void idx() throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + 30).putInt(0x803).putInt(5).putInt(2).putInt(3);
    ByteBuffer labels = ByteBuffer.allocate(8 + 5).putInt(0x801).putInt(5);
    Path x = folder.resolve("x");
    Path y = Files.write(folder.resolve("y"), labels.array());
    assertThat(fuzz("idx", images.array(), x, "idx:%s,%s".formatted(x, y))).isPositive();
    Files.write(x, images.array());
    assertThat(fuzz("idx-labels", labels.array(), y, "idx:%s,%s".formatted(x, y))).isPositive();
  }

  @Test
  void cifar() throws IOException {
    byte[] sound = new byte[2 * 3073];
    for (String name : CifarSource.TEN) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
        out.write(sound);
      }
    }
    Path file = folder.resolve("data_batch_2.bin");
    assertThat(fuzz("cifar", sound, file, "cifar:" + folder)).isPositive();
  }
}
