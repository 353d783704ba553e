package org.thalweg.data;

import java.util.Arrays;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Files in the binary layout of CIFAR: for each image its labels, one byte each, then 3 × 32 × 32
 * bytes (red, green, blue; row by row).
 *
 * <p>Source: A. Krizhevsky, "The CIFAR-10 dataset", description of the binary version.
 */
final class CifarBatch {
  private static final int PIXELS = 3 * 32 * 32;
  private static final List<Integer> SHAPE = List.of(3, 32, 32);

  private CifarBatch() {}

  /**
   * Reads files one after the other, features {@code byte / 255}.
   *
   * @param labelBytes bytes before the pixels
   * @param label which of these is the label, from 0
   */
  static Samples read(List<UserFile> files, int labelBytes, int label, int classes) {
    int record = labelBytes + PIXELS;
    byte[] pixels = new byte[0];
    int[] labels = new int[0];
    for (UserFile file : files) {
      byte[] content = file.bytes();
      if (content.length == 0 || content.length % record != 0) {
        throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
            .expected("one or more records of %d bytes in %s".formatted(record, file.path()))
            .found(content.length + " bytes")
            .next("download the binary version again: it is cut short or of another kind");
      }
      int count = content.length / record;
      int before = labels.length;
      labels = Arrays.copyOf(labels, before + count);
      pixels = Arrays.copyOf(pixels, Math.multiplyExact(before + count, PIXELS));
      for (int i = 0; i < count; i++) {
        int number = Byte.toUnsignedInt(content[i * record + label]);
        if (number >= classes) {
          throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
              .expected("labels from 0 to %d in %s".formatted(classes - 1, file.path()))
              .found("%d at byte %d".formatted(number, (long) i * record + label))
              .next("download the binary version again: it is damaged or of another kind");
        }
        labels[before + i] = number;
        System.arraycopy(content, i * record + labelBytes, pixels, (before + i) * PIXELS, PIXELS);
      }
    }
    return new ByteSamples(SHAPE, pixels, new Targets.Labels(classes, labels));
  }
}
