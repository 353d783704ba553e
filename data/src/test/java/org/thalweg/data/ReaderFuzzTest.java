package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.array.Npy;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.testkit.DamagedInputs;

/**
 * Damaged files for each reader: a data set or a coded error, and nothing else.
 *
 * <p>A thousand each, so that the suite stays quick; {@code -Pslow} asks for ten thousand, and the
 * first thousand are the same.
 */
class ReaderFuzzTest {
  @TempDir private Path folder;

  /** How many of the damaged files opened all the same. */
  private static int fuzz(String purpose, byte[] sound, Path file, String name) {
    return new DamagedInputs(purpose, sound, DamagedInputs.usualCount())
        .read(
            bytes -> {
              Files.write(file, bytes);
              Datasets.open(name);
            });
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
