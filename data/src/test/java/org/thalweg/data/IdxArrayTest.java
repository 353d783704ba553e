package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;

class IdxArrayTest {
  /** Two images of 1 × 3. */
  private static final String IMAGES = "00000803" + "00000002" + "00000001" + "00000003";

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void readsRawAndCompressed() throws IOException {
    byte[] raw = hex(IMAGES + "0001ff804002");
    for (byte[] content : new byte[][] {raw, gzip(raw)}) {
      IdxArray images = IdxArray.read(content, "images", 3);
      assertThat(images.extents()).containsExactly(2, 1, 3);
      assertThat(images.values()).isEqualTo(hex("0001ff804002"));
    }
  }

  @Test
  void bytesBecomeFractionsAndLabelsClasses() {
    IdxArray images = IdxArray.read(hex(IMAGES + "0001ff804002"), "images", 3);
    IdxArray labels = IdxArray.read(hex("00000801" + "00000002" + "0903"), "labels", 1);
    Samples samples = Mnist.samples(images, labels);
    assertThat(samples.featureShape()).containsExactly(1, 1, 3);
    float[] row = new float[3];
    samples.features(0, row, 0);
    assertThat(row).containsExactly(0f, 1 / 255f, 1f);
    samples.features(1, row, 0);
    assertThat(row).containsExactly(128 / 255f, 64 / 255f, 2 / 255f);
    assertThat(((Targets.Labels) samples.targets()).label(0)).isEqualTo(9);
  }

  @Test
  void labelsMustFitTheImages() {
    IdxArray images = IdxArray.read(hex(IMAGES + "0001ff804002"), "images", 3);
    IdxArray three = IdxArray.read(hex("00000801" + "00000003" + "090301"), "labels", 1);
    Failures.assertCode(() -> Mnist.samples(images, three), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("2 images")
        .hasMessageContaining("3 labels");
    IdxArray ten = IdxArray.read(hex("00000801" + "00000002" + "000a"), "labels", 1);
    Failures.assertCode(() -> Mnist.samples(images, ten), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("10 for sample 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // labels for images, other element types, another number of axes, text
        "00000801" + "00000002" + "0903000000000000",
        "00000d03" + "00000001" + "00000001" + "00000001" + "00",
        "00000803" + "00000001",
        "68656c6c6f2c20776f726c6421210a0a0a",
      })
  void theMagicIsCompared(String content) {
    ErrorCode code =
        content.startsWith("00000803") ? ErrorCode.DATA_CORRUPT : ErrorCode.DATA_FORMAT;
    Failures.assertCode(() -> IdxArray.read(hex(content), "train-images", 3), code)
        .hasMessageContaining("train-images");
  }

  @Test
  void aTruncatedGzipSaysHowFarItCame() throws IOException {
    byte[] raw = Arrays.copyOf(hex("00000803" + "00000040" + "00000010" + "00000010"), 16 + 16_384);
    for (int i = 16; i < raw.length; i++) {
      raw[i] = (byte) (i * i / 7);
    }
    byte[] whole = gzip(raw);
    assertThat(IdxArray.read(whole, "images.gz", 3).values()).hasSize(16_384);
    Failures.assertCode(
            () -> IdxArray.read(Arrays.copyOf(whole, whole.length / 2), "images.gz", 3),
            ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("images.gz")
        .hasMessageContaining("16400 bytes")
        .hasMessageContaining(whole.length / 2 + " bytes that ends early");
    // only the checksum is missing
    Failures.assertCode(
        () -> IdxArray.read(Arrays.copyOf(whole, whole.length - 4), "images.gz", 3),
        ErrorCode.DATA_CORRUPT);
    for (int length = 0; length < 40; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Failures.assertCode(() -> IdxArray.read(cut, "images.gz", 3), ErrorCode.DATA_CORRUPT);
    }
  }

  @Test
  void aDamagedGzipIsNoticed() throws IOException {
    byte[] whole = gzip(hex(IMAGES + "0001ff804002"));
    byte[] checksum = whole.clone();
    checksum[whole.length - 6] ^= 1;
    Failures.assertCode(() -> IdxArray.read(checksum, "images.gz", 3), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("images.gz");
  }

  @Test
  void lyingLengthsAreCounted() throws IOException {
    Failures.assertCode(
            () -> IdxArray.read(hex(IMAGES + "0001ff8040"), "images", 3), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("at most 5 bytes");
    Failures.assertCode(
            () -> IdxArray.read(hex(IMAGES + "0001ff80400203"), "images", 3),
            ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("22 bytes")
        .hasMessageContaining("more bytes");
    byte[] shortGzip = gzip(hex(IMAGES + "0001ff8040"));
    Failures.assertCode(() -> IdxArray.read(shortGzip, "images", 3), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("22 bytes")
        .hasMessageContaining("21 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7fffffff" + "7fffffff" + "7fffffff",
        "ffffffff" + "00000001" + "00000001",
        "00010000" + "00010000" + "00000001",
        "00000001" + "ffffffff" + "ffffffff",
      })
  void hostileExtentsCostNoMemory(String extents) throws IOException {
    byte[] raw = hex("00000803" + extents + "00");
    byte[] compressed = gzip(raw);
    Failures.assertCode(() -> IdxArray.read(raw, "images", 3), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("announces");
    Failures.assertCode(() -> IdxArray.read(compressed, "images", 3), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("announces");
  }

  @Test
  void anEmptyArrayIsSound() {
    assertThat(IdxArray.read(hex("00000801" + "00000000"), "labels", 1).values()).isEmpty();
  }
}
