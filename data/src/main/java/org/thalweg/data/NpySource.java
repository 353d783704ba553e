package org.thalweg.data;

import java.util.List;
import java.util.stream.Stream;
import org.thalweg.array.MappedArray;
import org.thalweg.data.ArraySplits.Pair;

/** {@code npy:X.npy,Y.npy}: one file of features and one of targets. */
final class NpySource implements DatasetSource {
  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "npy",
        "Two NumPy arrays, features and targets, samples along the first axis; large ones stay in"
            + " their file",
        "as the files say",
        "that of the files",
        Stream.concat(Task.OPTIONS.stream(), HeldOut.OPTIONS.stream()).toList(),
        "X.npy,Y.npy");
  }

  @Override
  public int files() {
    return 2;
  }

  @Override
  public Splits open(DatasetOptions options) {
    return open(options, ArraySplits.LARGE);
  }

  static Splits open(DatasetOptions options, long large) {
    List<NumberArray> arrays =
        Stream.of(0, 1)
            .map(index -> UserFile.file(options.file(index)))
            .map(file -> NumberArray.of(file.name(), MappedArray.open(file.path())))
            .toList();
    String description =
        "Features from %s, targets from %s".formatted(arrays.get(0).name(), arrays.get(1).name());
    return ArraySplits.of(
        description, new Pair(arrays.get(0), arrays.get(1)), null, options, large);
  }
}
