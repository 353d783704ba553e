package org.thalweg.data.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Collects one column while it is not yet known whether it holds numbers or words.
 *
 * <p>Words are kept once each. A column with more different spellings than {@link #MOST_WORDS} must
 * hold numbers, so that memory does not grow with text.
 */
final class ColumnBuilder {
  static final int MOST_WORDS = 10_000;

  private final String name;
  private final int number;
  private final Map<String, Integer> words = new HashMap<>();
  private double[] values = new double[16];
  private int[] codes = new int[16];
  private boolean wordsKept = true;
  private int rows;
  private int firstTextRow = -1;

  ColumnBuilder(String name, int number) {
    this.name = name;
    this.number = number;
  }

  /**
   * @param place for errors, e.g. {@code line 7 of data.csv}
   */
  void add(String field, String place) {
    boolean isNumber = Field.number(field);
    double value = isNumber ? Double.parseDouble(field) : Double.NaN;
    if (Double.isInfinite(value) || Field.infinite(field)) {
      throw ThalwegException.of(ErrorCode.NOT_FINITE)
          .expected("finite numbers in column %d, %s".formatted(number, place))
          .found("'" + field + "'")
          .next("remove the row or replace the value");
    }
    if (!isNumber && firstTextRow < 0) {
      firstTextRow = rows;
    }
    if (wordsKept && !words.containsKey(field) && words.size() == MOST_WORDS) {
      wordsKept = false;
      words.clear();
    }
    if (!wordsKept && firstTextRow >= 0) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected(
              "numbers, or at most %d different words, in column '%s' (%d)"
                  .formatted(MOST_WORDS, name, number))
          .found("more, and '%s' in %s".formatted(shortened(field), place))
          .next("correct the field, or remove the column from the file");
    }
    if (rows == values.length) {
      values = Arrays.copyOf(values, rows * 2);
      codes = Arrays.copyOf(codes, rows * 2);
    }
    values[rows] = value;
    if (wordsKept) {
      codes[rows] = words.computeIfAbsent(field, word -> words.size());
    }
    rows++;
  }

  private static String shortened(String field) {
    return field.length() > 60 ? field.substring(0, 60) + "…" : field;
  }

  Column build() {
    if (firstTextRow < 0) {
      return new Column(name, number, new Column.Numbers(Arrays.copyOf(values, rows)));
    }
    List<String> sorted = words.keySet().stream().sorted().toList();
    int[] position = new int[sorted.size()];
    for (int i = 0; i < position.length; i++) {
      Integer code = words.get(sorted.get(i));
      if (code != null) {
        position[code] = i;
      }
    }
    int[] ordered = new int[rows];
    for (int i = 0; i < rows; i++) {
      ordered[i] = position[codes[i]];
    }
    return new Column(name, number, new Column.Words(sorted, ordered, firstTextRow));
  }
}
