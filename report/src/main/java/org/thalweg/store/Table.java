package org.thalweg.store;

import java.util.List;

/** A table of text cells with named columns. */
public record Table(List<String> columns, List<List<String>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The shortest text that gives the same number when read back; {@code NaN} where missing. */
  public static String cell(double value) {
    return Double.toString(value);
  }

  /** A whole number. */
  public static String cell(long value) {
    return Long.toString(value);
  }
}
