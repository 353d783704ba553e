package org.thalweg.data;

import java.util.List;
import java.util.function.Supplier;
import org.thalweg.data.fetch.DataFolders;

/**
 * Fashion-MNIST as published: 60,000 training and 10,000 test images, features {@code byte / 255},
 * shape {@code [1, 28, 28]}; read from the folders of {@link DataFolders} and compared with its
 * content hash.
 */
final class FashionMnist implements DatasetSource {
  static final String CONTENT_HASH =
      "sha256:e8258563f2fbbc097b56156132f7203dde4264c8c6a610a03adc5579862d0fcb";

  private final Supplier<DataFolders> folders;

  FashionMnist() {
    this(DataFolders::ofUser);
  }

  FashionMnist(Supplier<DataFolders> folders) {
    this.folders = folders;
  }

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "fashion-mnist",
        "Articles of clothing, 28 × 28 grey levels divided by 255 (Xiao, Rasul, Vollgraf 2017)",
        "60,000 + 10,000 images of 1 × 28 × 28, 10 classes; get it with: thalweg data fetch",
        "MIT, Zalando SE",
        List.of());
  }

  @Override
  public Splits open(DatasetOptions options) {
    NamedFiles files = new NamedFiles(folders.get(), "fashion-mnist");
    return files.verified(
        new Splits(descriptor().description(), split(files, "train"), split(files, "t10k")),
        CONTENT_HASH);
  }

  private static Samples split(NamedFiles files, String prefix) {
    UserFile images = files.file(prefix + "-images-idx3-ubyte");
    UserFile labels = files.file(prefix + "-labels-idx1-ubyte");
    return new IdxImages(
            IdxArray.read(images.bytes(), images.name(), 3),
            IdxArray.read(labels.bytes(), labels.name(), 1))
        .samples(10);
  }
}
