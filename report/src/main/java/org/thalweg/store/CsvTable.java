package org.thalweg.store;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Tables as CSV (RFC 4180 with line feeds): a line of column names, then one line per row. */
public final class CsvTable {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

  private CsvTable() {}

  /** The whole table as text. */
  public static String print(Table table) {
    return print(table.rows(), schema(table.columns()).withHeader());
  }

  /** One line without column names, for appending. */
  static String line(List<String> columns, List<String> row) {
    return print(List.of(row), schema(columns).withoutHeader());
  }

  /**
   * Rows by column name.
   *
   * @param where names the table in errors
   */
  static List<Map<String, String>> parse(String text, String where) {
    try (MappingIterator<Map<String, String>> rows =
        MAPPER
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text)) {
      return rows.readAll();
    } catch (JacksonException e) {
      throw ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
          .expected("a table of comma-separated values in " + where)
          .found(e.getOriginalMessage())
          .because(e)
          .next("restore the file from a copy, or run the command that wrote it again");
    }
  }

  private static CsvSchema schema(List<String> columns) {
    CsvSchema.Builder builder = CsvSchema.builder();
    columns.forEach(builder::addColumn);
    return builder.build().withLineSeparator("\n");
  }

  private static String print(List<List<String>> rows, CsvSchema schema) {
    if (rows.isEmpty()) {
      return String.join(",", schema.getColumnNames()) + "\n";
    }
    StringWriter text = new StringWriter();
    try (SequenceWriter writer = MAPPER.writer(schema).writeValues(text)) {
      writer.writeAll(rows);
    }
    return text.toString();
  }
}
