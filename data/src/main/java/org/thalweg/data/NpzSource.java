package org.thalweg.data;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thalweg.data.ArraySplits.Pair;
import org.thalweg.data.DatasetDescriptor.Option;

/**
 * {@code npz:FILE}: named arrays of features and targets, {@code x} and {@code y}, or {@code
 * x_train}, {@code y_train}, {@code x_test} and {@code y_test} (as Keras names them), or names
 * given by option.
 */
final class NpzSource implements DatasetSource {
  private static final List<Option> NAMES =
      List.of(
          new Option("x", "", "array of features; left out, x_train or x"),
          new Option("y", "", "array of targets; left out, y_train or y"),
          new Option("x-test", "", "array of held-out features; left out, x_test if there is one"),
          new Option("y-test", "", "array of held-out targets; left out, y_test if there is one"));

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "npz",
        "Arrays that numpy.savez wrote, samples along the first axis; large uncompressed ones stay"
            + " in the file",
        "as the file says",
        "that of the file",
        Stream.of(NAMES, Task.OPTIONS, HeldOut.OPTIONS).flatMap(List::stream).toList(),
        "FILE");
  }

  @Override
  public int files() {
    return 1;
  }

  @Override
  public Splits open(DatasetOptions options) {
    return open(options, ArraySplits.LARGE);
  }

  static Splits open(DatasetOptions options, long large) {
    NpzArchive archive = new NpzArchive(UserFile.file(options.file(0)));
    String x = name(options, archive, "x", "x_train", "x");
    String y = name(options, archive, "y", "y_train", "y");
    Pair train = new Pair(archive.open(x), archive.open(y));
    @Nullable Pair test = test(options, archive);
    String description =
        "Features from %s, targets from %s".formatted(train.x().name(), train.y().name());
    return ArraySplits.of(description, train, test, options, large);
  }

  private static @Nullable Pair test(DatasetOptions options, NpzArchive archive) {
    boolean standard = !options.given("x") && !options.given("y");
    boolean named = options.given("x-test") || options.given("y-test");
    if (!named && !(standard && archive.names().contains("x_test"))) {
      options.inapplicable("there is no test split", "x-test", "y-test");
      return null;
    }
    return new Pair(
        archive.open(name(options, archive, "x-test", "x_test")),
        archive.open(name(options, archive, "y-test", "y_test")));
  }

  /** The name given, or the first usual one that is there; recorded. */
  private static String name(
      DatasetOptions options, NpzArchive archive, String option, String... usual) {
    String given = options.text(option);
    if (!given.isEmpty()) {
      return given;
    }
    String name =
        Stream.of(usual)
            .filter(archive.names()::contains)
            .findFirst()
            .orElse(usual[usual.length - 1]);
    options.decided(option, name);
    return name;
  }
}
