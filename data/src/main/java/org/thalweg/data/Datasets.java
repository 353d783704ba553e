package org.thalweg.data;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.thalweg.data.DatasetSource.Splits;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The catalogue of data sets and of the kinds of files that are read.
 *
 * <p>A name is {@code NAME}, {@code NAME:option=value,option=value} or {@code
 * KIND:FILE,option=value}, e.g. {@code sine:n=500,seed=3}, {@code csv:houses.csv,target=price};
 * options left out have the defaults of the {@link DatasetDescriptor}. The {@link Dataset#name()}
 * of an opened set spells out every option that decides its numbers, so that it opens the same set
 * later even if a default changes; paths stay as they were given.
 */
public final class Datasets {
  private static final List<DatasetSource> ALL =
      List.of(
          new Mnist(),
          new FashionMnist(),
          new Cifar10(),
          new Digits(),
          TabularSet.IRIS,
          TabularSet.WINE,
          TabularSet.BREAST_CANCER,
          TabularSet.DIABETES,
          TabularSet.CALIFORNIA,
          new Sine());

  private static final List<DatasetSource> FILES =
      List.of(
          new NpzSource(),
          new NpySource(),
          new CsvSource(),
          new IdxSource(),
          new CifarSource(),
          new ImageFolderSource());

  private Datasets() {}

  /** What there is, without loading anything. */
  public static List<DatasetDescriptor> list() {
    return ALL.stream().map(DatasetSource::descriptor).toList();
  }

  /** The kinds of files that are read, e.g. {@code csv}; none of them is in {@link #list}. */
  public static List<DatasetDescriptor> files() {
    return FILES.stream().map(DatasetSource::descriptor).toList();
  }

  /** The options that every set and every kind of file takes besides its own. */
  public static List<DatasetDescriptor.Option> scaling() {
    return Scaling.OPTIONS;
  }

  /**
   * Opens a set; nothing is cached. Every number is read once, for the content hash.
   *
   * @throws ThalwegException {@code UNKNOWN_DATA}; {@code INVALID_OPTION}; {@code
   *     CONFLICTING_OPTIONS}; {@code FILE_NOT_FOUND}; {@code DATA_FORMAT}, {@code DATA_CORRUPT},
   *     {@code NOT_FINITE} if a file holds what it should not; {@code OUT_OF_MEMORY}
   */
  public static Dataset open(String name) {
    int colon = name.indexOf(':');
    String base = (colon < 0 ? name : name.substring(0, colon)).strip();
    String options = colon < 0 ? "" : name.substring(colon + 1).strip();
    for (DatasetSource source : Stream.concat(ALL.stream(), FILES.stream()).toList()) {
      if (source.descriptor().name().equals(base)) {
        return open(source, options);
      }
    }
    throw unknown(base);
  }

  static Dataset open(DatasetSource source, String text) {
    DatasetOptions options = new DatasetOptions(source, text);
    Splits splits = Scaling.apply(source.open(options), options);
    return new Dataset(
        options.fullName(),
        splits.description(),
        splits.train(),
        splits.test(),
        splits.contentHash().orElseGet(() -> ContentHash.of(splits.train(), splits.test())));
  }

  private static ThalwegException unknown(String name) {
    List<String> names = list().stream().map(DatasetDescriptor::name).toList();
    String nearest =
        names.stream().min(Comparator.comparingInt(known -> edits(name, known))).orElseThrow();
    return ThalwegException.of(ErrorCode.UNKNOWN_DATA)
        .expected(
            "one of %s, or a file: %s"
                .formatted(
                    String.join(", ", names),
                    String.join(", ", files().stream().map(DatasetDescriptor::usage).toList())))
        .found("'" + name + "'")
        .next(
            (edits(name, nearest) <= 2 ? "did you mean '" + nearest + "'? " : "")
                + "list the data sets with: thalweg data list");
  }

  /** Insertions, deletions and replacements between two words (Levenshtein 1966), any case. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
