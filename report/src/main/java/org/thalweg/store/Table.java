package org.thalweg.store;

import java.util.List;

/** A table of text cells with named columns. */
record Table(List<String> columns, List<List<String>> rows) {
  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The shortest text that gives the same number when read back; {@code NaN} where missing. */
  static String cell(double value) {
    return Double.toString(value);
  }

  static String cell(long value) {
    return Long.toString(value);
  }
}
