package org.thalweg.data.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Collects rows into columns and refuses what is ragged or missing. */
final class TableBuilder {
  private static final int MOST_COLUMNS = 100_000;

  private final String file;
  private final boolean dropMissing;
  private final List<ColumnBuilder> columns = new ArrayList<>();
  private int rows;
  private int dropped;

  /**
   * @param names of the columns
   */
  TableBuilder(String file, List<String> names, boolean dropMissing) {
    this.file = file;
    this.dropMissing = dropMissing;
    if (names.size() > MOST_COLUMNS) {
      throw format("at most " + MOST_COLUMNS + " columns in " + file, names.size() + " columns");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw format("different names of columns in " + file, "'" + name + "' twice");
      }
      columns.add(new ColumnBuilder(name, columns.size() + 1));
    }
  }

  /**
   * @param fields without surrounding space
   */
  void add(List<String> fields, long line) {
    String place = "line %d of %s".formatted(line, file);
    if (fields.size() != columns.size()) {
      throw format(
          "%d fields in %s, as in its first line".formatted(columns.size(), place),
          fields.size() + " fields");
    }
    for (int i = 0; i < fields.size(); i++) {
      if (Field.missing(fields.get(i))) {
        if (dropMissing) {
          dropped++;
          return;
        }
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected("a value in column %d, %s".formatted(i + 1, place))
            .found(fields.get(i).isEmpty() ? "an empty field" : "'" + fields.get(i) + "'")
            .next("fill it in, or leave such rows out with the option missing=drop");
      }
    }
    for (int i = 0; i < fields.size(); i++) {
      columns.get(i).add(fields.get(i), place);
    }
    rows++;
  }

  Table build() {
    if (rows == 0) {
      throw format(
          "at least one row of values in " + file,
          dropped == 0 ? "none" : "none without a missing value");
    }
    return new Table(columns.stream().map(ColumnBuilder::build).toList(), rows, dropped);
  }

  private static ThalwegException format(String expected, String found) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(expected)
        .found(found)
        .next("correct the file; if the delimiter or the heading is misread, name it by option");
  }
}
