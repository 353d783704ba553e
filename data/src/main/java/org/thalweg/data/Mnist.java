package org.thalweg.data;

import java.util.List;
import java.util.Optional;

/**
 * MNIST as published: 60,000 training and 10,000 test images, features {@code byte / 255}, shape
 * {@code [1, 28, 28]}.
 *
 * <p>Held as bytes, 55 MB of heap. The content hash is a constant: the checksums of the files leave
 * no other content, and computing it would more than double the time to open.
 */
final class Mnist implements DatasetSource {
  static final String CONTENT_HASH =
      "sha256:faf42445e88461cb73be80942151844bb91e531a3e6d0ac11f0885b959bc40e6";

  private static final int CLASSES = 10;
  private static final BundledFile TRAIN_IMAGES =
      new BundledFile(
          "mnist/train-images-idx3-ubyte.gz",
          "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609");
  private static final BundledFile TRAIN_LABELS =
      new BundledFile(
          "mnist/train-labels-idx1-ubyte.gz",
          "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c");
  private static final BundledFile TEST_IMAGES =
      new BundledFile(
          "mnist/t10k-images-idx3-ubyte.gz",
          "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6");
  private static final BundledFile TEST_LABELS =
      new BundledFile(
          "mnist/t10k-labels-idx1-ubyte.gz",
          "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6");

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "mnist",
        "Handwritten digits, 28 × 28 grey levels divided by 255 (LeCun, Cortes, Burges 1998)",
        "60,000 + 10,000 images of 1 × 28 × 28, 10 classes",
        "CC BY-SA 3.0, Yann LeCun and Corinna Cortes",
        List.of());
  }

  @Override
  public Splits open(DatasetOptions options) {
    return new Splits(
        descriptor().description(),
        samples(read(TRAIN_IMAGES, 3), read(TRAIN_LABELS, 1)),
        samples(read(TEST_IMAGES, 3), read(TEST_LABELS, 1)),
        Optional.of(CONTENT_HASH));
  }

  private static IdxArray read(BundledFile file, int axes) {
    return IdxArray.read(file.read(), file.path(), axes);
  }

  /** Images with one channel, and their labels. */
  static Samples samples(IdxArray images, IdxArray labels) {
    return new IdxImages(images, labels).samples(CLASSES);
  }
}
