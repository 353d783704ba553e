package org.thalweg.data;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Rows of numbers of equal length from comma-separated text without a heading.
 *
 * @param columns numbers in each row
 */
record NumberTable(int columns, List<float[]> rows) {
  /**
   * Reads to the end.
   *
   * @param file its name, for errors
   */
  static NumberTable read(InputStream in, String file) {
    List<float[]> rows = new ArrayList<>();
    try (MappingIterator<String[]> lines =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .readValues(in)) {
      while (lines.hasNext()) {
        float[] row = numbers(lines.next(), rows.size() + 1, file);
        if (!rows.isEmpty() && row.length != rows.get(0).length) {
          throw format(
              "%d numbers in row %d of %s".formatted(rows.get(0).length, rows.size() + 1, file),
              row.length + " numbers");
        }
        rows.add(row);
      }
    } catch (JacksonException e) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("comma-separated numbers in " + file)
          .found(e.getOriginalMessage() + ", after " + rows.size() + " rows")
          .because(e)
          .next("copy or download the file again");
    }
    if (rows.isEmpty()) {
      throw format("at least one row in " + file, "none");
    }
    return new NumberTable(rows.get(0).length, rows);
  }

  private static float[] numbers(@Nullable String[] fields, int row, String file) {
    float[] numbers = new float[fields.length];
    for (int i = 0; i < fields.length; i++) {
      String field = String.valueOf(fields[i]).strip();
      try {
        numbers[i] = Float.parseFloat(field);
      } catch (NumberFormatException e) {
        throw format(
            "a number in row %d, column %d of %s".formatted(row, i + 1, file), "'" + field + "'");
      }
    }
    return numbers;
  }

  private static ThalwegException format(String expected, String found) {
    return ThalwegException.of(ErrorCode.DATA_FORMAT)
        .expected(expected)
        .found(found)
        .next("correct the file: rows of equal length, decimal points, no heading");
  }
}
