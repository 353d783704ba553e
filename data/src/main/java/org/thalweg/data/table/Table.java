package org.thalweg.data.table;

import java.util.List;
import java.util.Optional;

/**
 * Columns of equal length.
 *
 * @param rows in each column
 * @param dropped rows that were left out because a value was missing
 */
public record Table(List<Column> columns, int rows, int dropped) {
  public Table {
    columns = List.copyOf(columns);
  }

  /**
   * A column by its name or, if none has that name, by its number from 1 on.
   *
   * @param text {@code last} is the last column unless one is named so
   */
  public Optional<Column> find(String text) {
    Optional<Column> named = columns.stream().filter(c -> c.name().equals(text)).findFirst();
    if (named.isPresent() || columns.isEmpty()) {
      return named;
    }
    if (text.equals("last")) {
      return Optional.of(columns.get(columns.size() - 1));
    }
    return columns.stream().filter(c -> String.valueOf(c.number()).equals(text)).findFirst();
  }

  /** All names, as an error shows them. */
  public String names() {
    List<String> names = columns.stream().map(Column::name).toList();
    return names.size() <= 30
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 30)) + ", … (" + names.size() + " columns)";
  }
}
