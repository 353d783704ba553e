package org.thalweg.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.data.table.Column;
import org.thalweg.data.table.Table;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Samples from the columns of a table. */
final class TableSplits {
  private static final long MOST_FEATURES = 1_000_000;

  private TableSplits() {}

  /** Features in the order of the columns; words, if allowed, as one column for each word. */
  static Samples samples(
      Table table, List<Column> features, boolean oneHot, Targets targets, String file) {
    long width = 0;
    for (Column column : features) {
      width += width(column, oneHot, file);
    }
    if (width == 0 || width > MOST_FEATURES || width * table.rows() > Integer.MAX_VALUE - 8) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("1 to %d features, and 2^31 numbers, from %s".formatted(MOST_FEATURES, file))
          .found("%d features of %d rows".formatted(width, table.rows()))
          .next("keep at least one column beside the target; leave wide text columns out");
    }
    float[] values = new float[(int) width * table.rows()];
    int first = 0;
    for (Column column : features) {
      for (int row = 0; row < table.rows(); row++) {
        int at = row * (int) width + first;
        if (column.content() instanceof Column.Numbers numbers) {
          values[at] = (float) numbers.value(row);
        } else if (column.content() instanceof Column.Words words) {
          values[at + words.code(row)] = 1;
        }
      }
      first += width(column, oneHot, file);
    }
    Samples samples = ArraySamples.of(List.of((int) width), values, targets);
    FiniteFeatures.require(samples, file);
    return samples;
  }

  private static int width(Column column, boolean oneHot, String file) {
    if (!(column.content() instanceof Column.Words words)) {
      return 1;
    }
    if (!oneHot) {
      String word = words.words().get(words.code(words.firstTextRow()));
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("numbers in %s of %s".formatted(column.label(), file))
          .found(
              "'%s' in row %d of the values (%d different words)"
                  .formatted(word, words.firstTextRow() + 1, words.words().size()))
          .next(
              "turn words into one column each with categories=one-hot, leave the column out with"
                  + " ignore=%s, or correct the file".formatted(column.name()));
    }
    return words.words().size();
  }

  /** Targets from one column, and what their classes are called. */
  record TargetColumn(Targets targets, String words) {}

  /**
   * The targets by the rule of {@link Task}: words in order of their code points, whole numbers in
   * their own order, numbered from 0; with the option {@code classes} whole numbers stay what they
   * are.
   */
  static TargetColumn target(Table table, Column column, DatasetOptions options, String file) {
    boolean looksLikeClasses =
        !(column.content() instanceof Column.Numbers numbers)
            || (numbers.distinct().length <= Task.MOST_TABLE_CLASSES
                && Arrays.stream(numbers.distinct()).allMatch(v -> v == Math.rint(v)));
    Task task = Task.decide(options, looksLikeClasses);
    if (column.content() instanceof Column.Words words) {
      if (task == Task.REGRESSION || options.given("classes")) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected("numbers in the target, %s of %s".formatted(column.label(), file))
            .found("'%s'".formatted(words.words().get(words.code(words.firstTextRow()))))
            .next("leave task and classes out to make a class of each word");
      }
      int[] labels = new int[table.rows()];
      Arrays.setAll(labels, words::code);
      return labels(labels, words.words(), options);
    }
    Column.Numbers numbers = (Column.Numbers) column.content();
    if (task == Task.REGRESSION) {
      float[] values = new float[table.rows()];
      for (int row = 0; row < values.length; row++) {
        values[row] = (float) numbers.value(row);
        FiniteFeatures.requireRow(values, row, 1, row, column.label() + " of " + file);
      }
      return new TargetColumn(new Targets.Reals(List.of(1), values), "");
    }
    return numbered(table, column, numbers, options, file);
  }

  private static TargetColumn numbered(
      Table table, Column column, Column.Numbers numbers, DatasetOptions options, String file) {
    double[] distinct = numbers.distinct();
    int fixed = options.given("classes") ? Task.classes(options) : 0;
    for (double value : distinct) {
      if (value != Math.rint(value) || (fixed > 0 && (value < 0 || value >= fixed))) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected(
                (fixed > 0 ? "labels from 0 to " + (fixed - 1) : "whole numbers")
                    + " in the target, %s of %s".formatted(column.label(), file))
            .found(String.valueOf(value))
            .next("use task=regression, or correct the labels");
      }
    }
    int[] labels = new int[table.rows()];
    Arrays.setAll(
        labels,
        row ->
            fixed > 0
                ? (int) numbers.value(row)
                : Arrays.binarySearch(distinct, numbers.value(row) + 0.0));
    if (fixed > 0) {
      return new TargetColumn(new Targets.Labels(fixed, labels), "");
    }
    List<String> names = new ArrayList<>();
    for (double value : distinct) {
      names.add(String.valueOf((long) value));
    }
    return labels(labels, names, options);
  }

  private static TargetColumn labels(int[] labels, List<String> names, DatasetOptions options) {
    // not recorded as an option: given again it would mean labels that are numbered already
    options.decided("classes", "");
    List<String> shown = names.subList(0, Math.min(20, names.size()));
    String words = String.join(", ", shown) + (names.size() > shown.size() ? ", …" : "");
    return new TargetColumn(new Targets.Labels(names.size(), labels), "; classes " + words);
  }
}
