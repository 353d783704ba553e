package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.testkit.GoldenCase;

/** Files that mean harm or nothing: a code, the exit code of a failure, and nothing written. */
class HostileFilesTest {
  private static final int BOMB = 600_000_000;

  @TempDir private static Path temporary = Path.of("");

  private static Path here = Path.of("");

  @BeforeAll
  static void prepare() throws IOException {
    here = Folders.inside(temporary, "hostile");
    byte[] model = GoldenCase.load("mlp-digits").script();
    Path sound = Files.write(here.resolve("model.pt"), model);
    Files.writeString(here.resolve("text.pt"), "no network at all");
    Files.write(here.resolve("cut.pt"), Arrays.copyOf(model, model.length / 2));
    changed(sound, "method.pt", code -> code.replace("def forward(", "def backward("));
    changed(sound, "operator.pt", code -> code.replace("torch.linear(", "torch.lineal("));
    zip("bomb.pt", "bomb/code/a.py", new byte[0], 200_000_000);
    zip("objects.npz", "x.npy", npy("|O", "(2,)"), 40);
    zip("bomb.npz", "x.npy", npy("<f8", "(" + BOMB / 8 + ",)"), BOMB);
    zip("overflow.npz", "x.npy", npy("<f8", "(4294967296, 4294967296)"), 80);
    zip("short.npz", "x.npy", npy("<f8", "(1000,)"), 80);
    Files.write(here.resolve("overflow.npy"), npy("<f4", "(3037000500, 3037000500, 8)"));
    Files.write(here.resolve("y.npy"), npy("<i8", "(0,)"));
    Files.writeString(here.resolve("ragged.csv"), "a,b,kind\n1,2,x\n3,4,5,y\n6\n");
    Files.writeString(
        here.resolve("lying.safetensors"),
        "6\0\0\0\0\0\0\0{\"w\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,4]}}");
    Files.writeString(here.resolve("text.h5"), "no HDF5");
    Files.createDirectories(here.resolve("cifar"));
    for (String batch : List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4")) {
      Files.writeString(here.resolve("cifar/" + batch + ".bin"), "short");
    }
    Files.writeString(here.resolve("cifar/data_batch_5.bin"), "short");
    Files.writeString(here.resolve("cifar/test_batch.bin"), "short");
    Files.write(here.resolve("images"), new byte[] {0, 0, 8, 3, 127, -1, -1, -1, 0, 0, 0, 28});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          TW-3005 | slice text.pt --data digits                           | no zip file
          TW-3005 | slice cut.pt --data digits                            | cut short
          TW-3005 | slice method.pt --data digits                         | forward
          TW-3005 | slice operator.pt --data digits                       | lineal
          TW-3005 | slice bomb.pt --data digits                           | unpack
          TW-2003 | slice model.pt --data npz:objects.npz                 | pickled
          TW-6002 | slice model.pt --data npz:bomb.npz                    | bomb.npz
          TW-2    | slice model.pt --data npz:overflow.npz                | overflow.npz
          TW-2    | slice model.pt --data npz:short.npz                   | short.npz
          TW-2    | slice model.pt --data npy:overflow.npy,y.npy          | overflow.npy
          TW-2003 | slice model.pt --data csv:ragged.csv                  | line 3
          TW-2    | slice model.pt --data cifar:cifar                     | cifar
          TW-2    | slice model.pt --data idx:images,images               | images
          TW-2    | slice lying.safetensors --net mlp:16 --data digits    | safetensors
          TW-2003 | slice objects.npz --net mlp:16 --data digits          | pickled
          TW-6002 | slice bomb.npz --net mlp:16 --data digits             | bomb.npz
          TW-2    | import text.h5                                        | text.h5
          """)
  void isRefused(String code, String command, String found) {
    Set<String> before = Folders.names(here);

    Finished refused = Thalweg.in(here).run(command.strip() + " --out new");

    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(1);
    assertThat(refused.err())
        .contains(code, "  expected: ", "  found: ", "  next: ", found)
        .doesNotContain("\tat ", "TW-9001");
    assertThat(refused.out()).isEmpty();
    assertThat(Folders.names(here)).isEqualTo(before);
  }

  /** Header of a version 1 npy file without its numbers. */
  private static byte[] npy(String type, String shape) {
    String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    byte[] header = (text + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(10 + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) header.length)
        .put(header)
        .array();
  }

  /** One compressed entry: some bytes, then zeros. */
  private static void zip(String name, String entry, byte[] start, int zeros) throws IOException {
    try (OutputStream stream = Files.newOutputStream(here.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(start);
      byte[] piece = new byte[1 << 20];
      for (int left = zeros; left > 0; left -= piece.length) {
        zip.write(piece, 0, Math.min(piece.length, left));
      }
    }
  }

  /** The model with other code, and checksums that are right. */
  private static void changed(Path source, String name, UnaryOperator<String> change)
      throws IOException {
    try (ZipFile zip = new ZipFile(source.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(here.resolve(name)))) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".py")) {
          String code = change.apply(new String(bytes, StandardCharsets.UTF_8));
          bytes = code.getBytes(StandardCharsets.UTF_8);
        }
        ZipEntry copy = new ZipEntry(entry.getName());
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(bytes.length);
        copy.setCrc(checksum.getValue());
        out.putNextEntry(copy);
        out.write(bytes);
        out.closeEntry();
      }
    }
  }
}
