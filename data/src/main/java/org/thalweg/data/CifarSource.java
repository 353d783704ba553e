package org.thalweg.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.thalweg.data.DatasetDescriptor.Option;

/**
 * {@code cifar:FOLDER}: the binary version of CIFAR-10 ({@code data_batch_1.bin} to {@code
 * data_batch_5.bin}, {@code test_batch.bin}) or of CIFAR-100 ({@code train.bin}, {@code test.bin}).
 */
final class CifarSource implements DatasetSource {
  static final List<String> TEN =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin");

  private static final int COARSE = 20;
  private static final int FINE = 100;

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "cifar",
        "The binary version of CIFAR-10 or CIFAR-100, features divided by 255",
        "images of 3 × 32 × 32, 10 classes, or 100, or 20",
        "that of the files",
        List.of(new Option("labels", "", "of CIFAR-100: fine (the default) or coarse")),
        "FOLDER");
  }

  @Override
  public int files() {
    return 1;
  }

  @Override
  public Splits open(DatasetOptions options) {
    Path folder = UserFile.folder(options.file(0)).path();
    if (!Files.exists(folder.resolve("train.bin"))) {
      options.inapplicable("only CIFAR-100 has two kinds of labels", "labels");
      List<UserFile> files =
          TEN.stream().map(name -> UserFile.file(folder.resolve(name).toString())).toList();
      return ten(files, "CIFAR-10 from " + folder.getFileName());
    }
    if (!options.given("labels")) {
      options.decided("labels", "fine");
    }
    boolean fine = options.choice("labels", "fine", "coarse").equals("fine");
    List<Samples> splits =
        Stream.of("train.bin", "test.bin")
            .map(name -> UserFile.file(folder.resolve(name).toString()))
            .map(file -> CifarBatch.read(List.of(file), 2, fine ? 1 : 0, fine ? FINE : COARSE))
            .toList();
    return new Splits("CIFAR-100 from " + folder.getFileName(), splits.get(0), splits.get(1));
  }

  /** The six files of CIFAR-10. */
  static Splits ten(List<UserFile> files, String description) {
    return new Splits(
        description,
        CifarBatch.read(files.subList(0, 5), 1, 0, 10),
        CifarBatch.read(files.subList(5, 6), 1, 0, 10));
  }
}
