package org.thalweg.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The identity of data: {@code sha256:…} over what a network sees, so that the same numbers have
 * the same hash whatever file or format they come from, as a whole set or as a subset.
 *
 * <p>Samples: the line {@code samples COUNT SHAPE labels CLASSES} or {@code samples COUNT SHAPE
 * reals SHAPE}, shapes as {@code 1,28,28}, in UTF-8 with a newline; then the features of each
 * sample as float32; then the labels as int32 or the targets as float32; all little endian. Two
 * splits: the line {@code splits} with a newline, then the 32 bytes of either's digest, train
 * first.
 *
 * <p>Cost: about half a second for 60,000 images of 28 × 28.
 */
public final class ContentHash {
  private static final int CHUNK = 1 << 16;

  private ContentHash() {}

  /** The hash of samples in their order. */
  public static String of(Samples samples) {
    return text(digest(samples));
  }

  /** The hash of a set in two splits. */
  public static String of(Samples train, Samples test) {
    MessageDigest digest = Sha256.digest();
    digest.update("splits\n".getBytes(StandardCharsets.UTF_8));
    digest.update(digest(train));
    digest.update(digest(test));
    return text(digest.digest());
  }

  private static String text(byte[] digest) {
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  private static byte[] digest(Samples samples) {
    MessageDigest digest = Sha256.digest();
    Targets targets = samples.targets();
    String kind =
        targets instanceof Targets.Labels labels
            ? "labels " + (labels.classes() + " " + shape(labels.shape())).strip()
            : "reals " + shape(((Targets.Reals) targets).shape());
    digest.update(
        ("samples " + samples.count() + " " + shape(samples.featureShape()) + " " + kind + "\n")
            .getBytes(StandardCharsets.UTF_8));
    int width = size(samples.featureShape());
    rows(digest, samples.count(), width, samples::features);
    if (targets instanceof Targets.Labels labels) {
      ByteBuffer bytes = ByteBuffer.allocate(labels.count() * labels.positions() * Integer.BYTES);
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < labels.count(); i++) {
        for (int position = 0; position < labels.positions(); position++) {
          bytes.putInt(labels.label(i, position));
        }
      }
      digest.update(bytes.array());
    } else if (targets instanceof Targets.Reals reals) {
      rows(digest, reals.count(), size(reals.shape()), reals::copy);
    }
    return digest.digest();
  }

  private static String shape(List<Integer> shape) {
    return String.join(",", shape.stream().map(String::valueOf).toList());
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Feeds rows of floats in chunks of about 256 kB. */
  private static void rows(MessageDigest digest, int count, int width, Rows rows) {
    int perChunk = Math.max(1, Math.min(count, CHUNK / Math.max(1, width)));
    float[] values = new float[perChunk * width];
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < count; from += perChunk) {
      int rowsHere = Math.min(perChunk, count - from);
      for (int i = 0; i < rowsHere; i++) {
        rows.copy(from + i, values, i * width);
      }
      bytes.asFloatBuffer().put(values);
      digest.update(bytes.array(), 0, rowsHere * width * Float.BYTES);
    }
  }

  /** Copies one row. */
  @FunctionalInterface
  private interface Rows {
    void copy(int row, float[] target, int offset);
  }
}
