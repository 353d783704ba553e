package org.thalweg.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Reads Weka's ARFF as far as a table of numbers needs it: comments, {@code @relation}, {@code
 * @attribute NAME numeric} (also {@code real}, {@code integer}), {@code @data}, comma-separated
 * rows. Nominal, string, date and sparse data are refused.
 *
 * <p>Source: the ARFF description of the Weka manual (Witten, Frank).
 */
public final class ArffTable {
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "@attribute\\s++(?<name>'[^']*+'|\\S++)\\s++(?:numeric|real|integer)\\s*+",
          Pattern.CASE_INSENSITIVE);

  private ArffTable() {}

  /**
   * Reads the whole text.
   *
   * @param file its name, for errors
   */
  public static Table read(String text, String file) {
    List<String> names = new ArrayList<>();
    TableBuilder table = null;
    long number = 0;
    for (String raw : (Iterable<String>) text.lines()::iterator) {
      number++;
      String line = raw.strip();
      String keyword = line.toLowerCase(Locale.ROOT);
      if (line.isEmpty() || line.startsWith("%")) {
        continue;
      }
      if (table != null) {
        table.add(List.of(line.split("\\s*,\\s*", -1)), number);
      } else if (keyword.equals("@data")) {
        table = new TableBuilder(file, names, false);
      } else if (!keyword.startsWith("@relation")) {
        names.add(attribute(line, number, file));
      }
    }
    if (table == null) {
      throw format("a line @data in " + file, "the end of the file");
    }
    return table.build();
  }

  private static String attribute(String line, long number, String file) {
    Matcher matcher = ATTRIBUTE.matcher(line);
    if (!matcher.matches()) {
      throw format(
          "'@attribute NAME numeric' in line %d of %s".formatted(number, file),
          "'" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "'");
    }
    String name = matcher.group("name");
    return name.startsWith("'") ? name.substring(1, name.length() - 1) : name;
  }

  private static ThalwegException format(String expected, String found) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(expected)
        .found(found)
        .next("save the table as CSV");
  }
}
