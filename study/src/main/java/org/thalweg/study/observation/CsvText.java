package org.thalweg.study.observation;

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

/** Comma-separated values (RFC 4180 with line feeds) under a line of column names. */
public final class CsvText {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

  private CsvText() {}

  /** A table as text. */
  public static String print(List<String> columns, List<List<String>> rows) {
    CsvSchema.Builder builder = CsvSchema.builder();
    columns.forEach(builder::addColumn);
    CsvSchema schema = builder.build().withLineSeparator("\n").withoutHeader();
    StringWriter text = new StringWriter();
    try (SequenceWriter writer = MAPPER.writer(schema).writeValues(text)) {
      writer.write(columns);
      writer.writeAll(rows);
    }
    return text.toString();
  }

  /**
   * Rows by column name.
   *
   * @param where names the table in errors
   */
  public static List<Map<String, String>> parse(String text, String where) {
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
          .next("run the study again, which writes the table anew");
    }
  }

  static ThalwegException invalid(String where, String expected, String found) {
    return ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
        .expected(expected + " in " + where)
        .found("'" + found + "'")
        .next("run the study again, which writes the table anew");
  }
}
