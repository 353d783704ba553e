package org.thalweg.data.table;

import java.util.Set;
import java.util.regex.Pattern;

/** One field as text: a number, a word, or missing. */
final class Field {
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "nan", "+nan", "-nan", "null", "none", "nil", "?", "#n/a");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?+");
  private static final Pattern INFINITE =
      Pattern.compile("[+-]?inf(?:inity)?", Pattern.CASE_INSENSITIVE);

  private Field() {}

  static boolean missing(String field) {
    return field.length() <= 4 && MISSING.contains(field.toLowerCase(java.util.Locale.ROOT));
  }

  /** Decimal notation only: Java would also take {@code 1f}, {@code 3d} and {@code 0x1p3}. */
  static boolean number(String field) {
    return DECIMAL.matcher(field).matches();
  }

  static boolean infinite(String field) {
    return INFINITE.matcher(field).matches();
  }
}
