package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;

class PictureFilesTest {
  @TempDir private Path folder;

  private static int label(Samples samples, int sample) {
    return ((Targets.Labels) samples.targets()).label(sample);
  }

  private static float[] row(Samples samples, int sample) {
    float[] row = new float[samples.featureShape().stream().reduce(1, Math::multiplyExact)];
    samples.features(sample, row, 0);
    return row;
  }

  private static byte[] idx(int magic, int[] extents, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * extents.length + values.length).putInt(magic);
    Arrays.stream(extents).forEach(bytes::putInt);
    Arrays.stream(values).forEach(value -> bytes.put((byte) value));
    return bytes.array();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void idxFilesRawAndCompressed() throws IOException {
    byte[] images = idx(0x803, new int[] {3, 1, 2}, 0, 255, 51, 102, 153, 204);
    Path x = Files.write(folder.resolve("x.gz"), gzip(images));
    Path y = Files.write(folder.resolve("y"), idx(0x801, new int[] {3}, 4, 0, 2));
    Dataset data = Datasets.open("idx:%s,%s,test=0".formatted(x, y));
    assertThat(data.train().featureShape()).containsExactly(1, 1, 2);
    assertThat(row(data.train(), 1)).containsExactly(0.2f, 0.4f);
    assertThat(label(data.train(), 0)).isEqualTo(4);
    assertThat(data.name()).isEqualTo("idx:%s,%s,classes=5,test=0.0,seed=0".formatted(x, y));
    Dataset two =
        Datasets.open("idx:%s,%s,test-images=%s,test-labels=%s,classes=7".formatted(x, y, x, y));
    assertThat(two.test().count()).isEqualTo(3);
    assertThat(((Targets.Labels) two.test().targets()).classes()).isEqualTo(7);
    assertThat(Datasets.open(two.name()).contentHash()).isEqualTo(two.contentHash());
    Failures.assertCode(
            () -> Datasets.open("idx:%s,%s,classes=4".formatted(x, y)), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("4 for sample 0");
    Failures.assertCode(() -> Datasets.open("idx:%s,%s".formatted(y, x)), ErrorCode.DATA_CORRUPT);
    Failures.assertCode(
        () -> Datasets.open("idx:%s,%s,test-images=%s".formatted(x, y, x)),
        ErrorCode.INVALID_OPTION);
    Path none = Files.write(folder.resolve("none"), idx(0x803, new int[] {0, 1, 2}));
    Path noLabel = Files.write(folder.resolve("no-label"), idx(0x801, new int[] {0}));
    Failures.assertCode(
        () -> Datasets.open("idx:%s,%s".formatted(none, noLabel)), ErrorCode.DATA_FORMAT);
  }

  /** Records whose pixel k of record r is (k + r) mod 256. */
  private static byte[] cifar(int labelBytes, int... labels) {
    int record = labelBytes + 3072;
    byte[] bytes = new byte[labels.length / labelBytes * record];
    for (int r = 0; r * labelBytes < labels.length; r++) {
      for (int l = 0; l < labelBytes; l++) {
        bytes[r * record + l] = (byte) labels[r * labelBytes + l];
      }
      for (int k = 0; k < 3072; k++) {
        bytes[r * record + labelBytes + k] = (byte) (k + r);
      }
    }
    return bytes;
  }

  @Test
  void cifarTen() throws IOException {
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(folder.resolve("data_batch_" + batch + ".bin"), cifar(1, batch, 9));
    }
    String name = "cifar:" + folder;
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.FILE_NOT_FOUND)
        .hasMessageContaining("test_batch.bin");
    Files.write(folder.resolve("test_batch.bin"), cifar(1, 7));
    Dataset data = Datasets.open(name);
    assertThat(data.name()).isEqualTo(name);
    assertThat(data.train().count()).isEqualTo(10);
    assertThat(data.train().featureShape()).containsExactly(3, 32, 32);
    assertThat(label(data.train(), 4)).isEqualTo(3);
    assertThat(label(data.test(), 0)).isEqualTo(7);
    assertThat(row(data.train(), 5)[257]).isEqualTo(2 / 255f);
    Failures.assertCode(() -> Datasets.open(name + ",labels=fine"), ErrorCode.CONFLICTING_OPTIONS);
    Files.write(folder.resolve("data_batch_3.bin"), cifar(1, 0, 10));
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("10 at byte 3073");
    Files.write(folder.resolve("data_batch_3.bin"), new byte[3072]);
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("3072 bytes");
  }

  @Test
  void cifarHundred() throws IOException {
    Files.write(folder.resolve("train.bin"), cifar(2, 19, 99, 3, 42));
    Files.write(folder.resolve("test.bin"), cifar(2, 1, 2));
    Dataset fine = Datasets.open("cifar:" + folder);
    assertThat(fine.name()).endsWith(",labels=fine");
    assertThat(label(fine.train(), 0)).isEqualTo(99);
    Dataset coarse = Datasets.open("cifar:" + folder + ",labels=coarse");
    assertThat(((Targets.Labels) coarse.train().targets()).classes()).isEqualTo(20);
    assertThat(label(coarse.train(), 1)).isEqualTo(3);
    assertThat(row(fine.train(), 1)[0]).isEqualTo(1 / 255f);
  }

  private void picture(String path, int type, int height, int width, int... rgb)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int i = 0; i < rgb.length; i++) {
      if (type == BufferedImage.TYPE_BYTE_GRAY) {
        image.getRaster().setSample(i % width, i / width, 0, rgb[i]);
      } else {
        image.setRGB(i % width, i / width, rgb[i]);
      }
    }
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    String format = path.endsWith(".png") ? "png" : "jpg";
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
  }

  @Test
  void coloursBecomeChannels() throws IOException {
    picture("set/b/1.png", BufferedImage.TYPE_INT_RGB, 1, 2, 0xff3300, 0x0066cc);
    picture("set/a/2.png", BufferedImage.TYPE_INT_RGB, 1, 2, 0x000000, 0xffffff);
    Files.writeString(folder.resolve("set/a/notes.txt"), "not a picture");
    Dataset data = Datasets.open("images:" + folder.resolve("set") + ",test=0");
    assertThat(data.train().featureShape()).containsExactly(3, 1, 2);
    assertThat(label(data.train(), 0)).isZero();
    assertThat(row(data.train(), 1)).containsExactly(1, 0, 0.2f, 0.4f, 0, 0.8f);
    assertThat(data.name()).endsWith("set,channels=3,test=0.0,seed=0");
    assertThat(data.description()).contains("classes a, b");
    Dataset grey = Datasets.open("images:" + folder.resolve("set") + ",test=0,channels=1");
    // 0.299 · 255 + 0.587 · 51 = 106.2
    assertThat(row(grey.train(), 1)[0]).isEqualTo(106 / 255f);
  }

  @Test
  void greyLevelsAreTakenAsStored() throws IOException {
    picture("g/a/1.png", BufferedImage.TYPE_BYTE_GRAY, 2, 2, 0, 1, 128, 255);
    Dataset data = Datasets.open("images:" + folder.resolve("g") + ",test=0");
    assertThat(data.train().featureShape()).containsExactly(1, 2, 2);
    assertThat(row(data.train(), 0)).containsExactly(0, 1 / 255f, 128 / 255f, 1);
  }

  @Test
  void picturesAreScaledByArea() throws IOException {
    picture("s/train/a/1.png", BufferedImage.TYPE_BYTE_GRAY, 2, 3, 0, 60, 90, 30, 90, 120);
    picture("s/test/a/1.png", BufferedImage.TYPE_BYTE_GRAY, 1, 2, 10, 20);
    String name = "images:" + folder.resolve("s");
    Dataset data = Datasets.open(name + ",size=1x2");
    // rows: (0 + 60/2)/1.5 = 20, (60/2 + 90)/1.5 = 80; (30 + 45)/1.5 = 50, (45 + 120)/1.5 = 110
    assertThat(row(data.train(), 0)[0] * 255).isCloseTo(35, within(1e-4f));
    assertThat(row(data.train(), 0)[1] * 255).isCloseTo(95, within(1e-4f));
    assertThat(row(data.test(), 0)[1] * 255).isCloseTo(20, within(1e-4f));
    assertThat(data.name()).isEqualTo(name + ",size=1x2,channels=1");
    Dataset larger = Datasets.open(name + ",size=2x4");
    assertThat(row(larger.test(), 0))
        .containsExactly(
            10 / 255f, 10 / 255f, 20 / 255f, 20 / 255f, 10 / 255f, 10 / 255f, 20 / 255f, 20 / 255f);
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("size=2x3");
    Failures.assertCode(() -> Datasets.open(name + ",size=3"), ErrorCode.INVALID_OPTION);
  }

  @Test
  void jpegIsRead() throws IOException {
    int[] grey = new int[64];
    Arrays.fill(grey, 0x808080);
    picture("j/a/1.jpg", BufferedImage.TYPE_INT_RGB, 8, 8, grey);
    Dataset data = Datasets.open("images:" + folder.resolve("j") + ",test=0");
    assertThat(row(data.train(), 0)[5]).isCloseTo(128 / 255f, within(2 / 255f));
  }

  @Test
  void foldersThatAreNone() throws IOException {
    picture("n/train/a/1.png", BufferedImage.TYPE_BYTE_GRAY, 1, 1, 7);
    picture("n/test/b/1.png", BufferedImage.TYPE_BYTE_GRAY, 1, 1, 7);
    Failures.assertCode(() -> Datasets.open("images:" + folder.resolve("n")), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("the classes [a]");
    Failures.assertCode(
        () -> Datasets.open("images:" + folder.resolve("n/test/b")), ErrorCode.DATA_FORMAT);
    Files.createDirectories(folder.resolve("n/test/c"));
    Failures.assertCode(
        () -> Datasets.open("images:" + folder.resolve("n/test")), ErrorCode.DATA_FORMAT);
    Files.writeString(folder.resolve("n/test/c/x.png"), "no picture");
    Failures.assertCode(
            () -> Datasets.open("images:" + folder.resolve("n/test")), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("x.png");
    byte[] png = Files.readAllBytes(folder.resolve("n/test/b/1.png"));
    Files.write(folder.resolve("n/test/c/x.png"), Arrays.copyOf(png, png.length / 2));
    Failures.assertCode(
        () -> Datasets.open("images:" + folder.resolve("n/test")), ErrorCode.DATA_CORRUPT);
  }

  /** A header that announces 2³¹ − 1 by 2³¹ − 1 pixels. */
  @Test
  void aBombIsRefusedBeforeItIsDecoded() throws IOException {
    picture("x/a/1.png", BufferedImage.TYPE_BYTE_GRAY, 1, 1, 7);
    Path file = folder.resolve("x/a/1.png");
    byte[] png = Files.readAllBytes(file);
    ByteBuffer.wrap(png).putInt(16, 0x7fffffff).putInt(20, 0x7fffffff);
    Files.write(file, png);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> Datasets.open("images:" + folder.resolve("x") + ",test=0")))
        .isInstanceOfSatisfying(
            org.thalweg.error.ThalwegException.class,
            e -> assertThat(e.code()).isIn(ErrorCode.DATA_FORMAT, ErrorCode.DATA_CORRUPT));
  }
}
