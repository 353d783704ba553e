package org.thalweg.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads separated values: UTF-8, fields in quotation marks where needed, empty lines skipped.
 *
 * <p>Errors: {@code DATA_FORMAT} (ragged lines, missing values, no rows, not UTF-8), {@code
 * NOT_FINITE}, {@code FILE_NOT_READABLE}, each with the line.
 */
public final class CsvTable {
  private static final int FIRST_LINE = 1 << 20;
  private static final CsvMapper MAPPER = new CsvMapper();
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private CsvTable() {}

  /**
   * Reads to the end; the stream is not closed.
   *
   * @param file its name, for errors
   */
  public static Table read(InputStream in, String file, TableFormat format) {
    try {
      BufferedReader reader = new BufferedReader(utf8(in));
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      @Nullable Delimiter given = format.delimiter();
      Delimiter delimiter = given == null ? Delimiter.detect(firstLine(reader)) : given;
      return read(reader, file, format, delimiter);
    } catch (JacksonException e) {
      throw unreadable(file, String.valueOf(e.getOriginalMessage()), e);
    } catch (CharacterCodingException e) {
      throw unreadable(file, "bytes that are no UTF-8 text", e);
    } catch (IOException e) {
      throw unreadable(file, e.toString(), e);
    }
  }

  private static Table read(Reader reader, String file, TableFormat format, Delimiter delimiter) {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter.character());
    @Nullable TableBuilder table = null;
    try (MappingIterator<String[]> rows =
        MAPPER
            .readerFor(String[].class)
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .with(CsvReadFeature.SKIP_EMPTY_LINES)
            .with(schema)
            .readValues(reader)) {
      while (rows.hasNext()) {
        long line = rows.currentLocation().getLineNr();
        List<String> fields = fields(rows.next(), delimiter);
        if (table == null) {
          boolean heading = heading(fields, format.header());
          table =
              new TableBuilder(
                  file, heading ? fields : numbered(fields.size()), format.dropMissing());
          if (heading) {
            continue;
          }
        }
        table.add(fields, line);
      }
    }
    if (table == null) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("at least one row of values in " + file)
          .found("an empty file")
          .next("check the path and the file");
    }
    return table.build();
  }

  private static boolean heading(List<String> fields, @Nullable Boolean given) {
    return given == null ? fields.stream().noneMatch(Field::number) : given;
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
  }

  private static List<String> fields(@Nullable String[] row, Delimiter delimiter) {
    List<String> fields = new ArrayList<>(row.length);
    for (@Nullable String field : row) {
      String text = field == null ? "" : field.strip();
      // several spaces separate like one
      if (delimiter != Delimiter.SPACE || !text.isEmpty()) {
        fields.add(text);
      }
    }
    return fields;
  }

  /** Decodes strictly: wrong bytes are an error, not a replacement character. */
  private static Reader utf8(InputStream in) {
    return new InputStreamReader(
        in,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The first line that is not blank; the reader is left where it was. */
  private static String firstLine(BufferedReader reader) throws IOException {
    reader.mark(FIRST_LINE);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < FIRST_LINE - 1; i++) {
      int c = reader.read();
      boolean end = c < 0 || c == '\n' || c == '\r';
      if (end && (c < 0 || !line.toString().isBlank())) {
        break;
      }
      line.append((char) c);
    }
    reader.reset();
    return line.toString();
  }

  private static ThalwegException unreadable(String file, String found, Exception cause) {
    boolean text = cause instanceof JacksonException || cause instanceof CharacterCodingException;
    return ThalwegException.of(text ? ErrorCode.DATA_FORMAT : ErrorCode.FILE_NOT_READABLE)
        .expected("separated values as UTF-8 text in " + file)
        .found(found)
        .because(cause)
        .next("save the table as CSV in UTF-8");
  }
}
