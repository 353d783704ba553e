package org.thalweg.data;

import java.util.List;
import java.util.function.Supplier;
import org.thalweg.data.fetch.DataFolders;

/**
 * CIFAR-10 as published: 50,000 training and 10,000 test images, features {@code byte / 255}, shape
 * {@code [3, 32, 32]}; read from the folders of {@link DataFolders} and compared with its content
 * hash. Held as bytes, 184 MB of heap.
 */
final class Cifar10 implements DatasetSource {
  static final String CONTENT_HASH =
      "sha256:6072d33fbbf84c62777ce4d98621fa32a3bc712081afcccba68180641ca0df75";

  private final Supplier<DataFolders> folders;

  Cifar10() {
    this(DataFolders::ofUser);
  }

  Cifar10(Supplier<DataFolders> folders) {
    this.folders = folders;
  }

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "cifar10",
        "Photographs of ten kinds of things, 32 × 32 RGB divided by 255 (Krizhevsky 2009)",
        "50,000 + 10,000 images of 3 × 32 × 32, 10 classes; get it with: thalweg data fetch",
        "none stated; cite the technical report of 2009",
        List.of());
  }

  @Override
  public Splits open(DatasetOptions options) {
    NamedFiles files = new NamedFiles(folders.get(), "cifar10");
    List<UserFile> batches = CifarSource.TEN.stream().map(files::file).toList();
    return files.verified(CifarSource.ten(batches, descriptor().description()), CONTENT_HASH);
  }
}
