package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the page that can be sorted by any column.
 *
 * @param caption above it, also its name for those who cannot see it
 */
record TableView(String caption, List<Column> columns, List<Row> rows) {
  private static final int LONG = 24;

  TableView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Whether it is so long that it is only opened on demand. */
  boolean isLong() {
    return rows.size() > LONG;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** One column; numbers stand on the right. */
  record Column(String name, boolean right) {}

  /** One row; its first entry names it. */
  record Row(Entry first, List<Entry> rest) {
    static Row of(List<Entry> entries) {
      return new Row(entries.get(0), List.copyOf(entries.subList(1, entries.size())));
    }
  }

  /**
   * One entry.
   *
   * @param text what is read
   * @param small a second line in smaller type; may be empty
   * @param key by which the column is sorted: a number, or a text
   * @param right whether it is a number
   * @param strong whether it is set off
   */
  record Entry(String text, String small, String key, boolean right, boolean strong) {
    static Entry text(String text) {
      return new Entry(text, "", text, false, false);
    }

    static Entry number(double value) {
      return number(Text.number(value), "", value);
    }

    static Entry number(String text, String small, double key) {
      return new Entry(text, small, Double.toString(key), true, false);
    }

    Entry emphasised() {
      return new Entry(text, small, key, right, true);
    }

    boolean hasSmall() {
      return !small.isEmpty();
    }
  }

  /** Columns of these names; those that begin with a hash are numbers. */
  static List<Column> columns(String... names) {
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      boolean right = name.startsWith("#");
      columns.add(new Column(right ? name.substring(1) : name, right));
    }
    return columns;
  }
}
