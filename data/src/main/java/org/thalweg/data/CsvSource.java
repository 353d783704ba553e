package org.thalweg.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thalweg.data.DatasetDescriptor.Option;
import org.thalweg.data.TableSplits.TargetColumn;
import org.thalweg.data.table.Column;
import org.thalweg.data.table.CsvTable;
import org.thalweg.data.table.Delimiter;
import org.thalweg.data.table.Table;
import org.thalweg.data.table.TableFormat;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** {@code csv:FILE}: one sample in each row, one target among the columns; gzip or plain. */
final class CsvSource implements DatasetSource {
  private static final String AUTO = "auto";
  private static final List<Option> OPTIONS =
      List.of(
          new Option("target", "last", "column by name or number from 1, or last"),
          new Option("ignore", "", "columns to leave out, by name or number: id:date"),
          new Option("categories", "error", "words among the features: error or one-hot"),
          new Option("missing", "error", "rows with a missing value: error or drop"),
          new Option("header", AUTO, "auto (a first line without any number), yes or no"),
          new Option("delimiter", AUTO, "auto, comma, semicolon, tab, pipe or space"));

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "csv",
        "A table of separated values in UTF-8, one sample in each row",
        "as the file says",
        "that of the file",
        Stream.of(OPTIONS, Task.OPTIONS, HeldOut.OPTIONS).flatMap(List::stream).toList(),
        "FILE");
  }

  @Override
  public int files() {
    return 1;
  }

  @Override
  public Splits open(DatasetOptions options) {
    TableFormat format = format(options);
    boolean oneHot = options.choice("categories", "error", "one-hot").equals("one-hot");
    UserFile file = UserFile.file(options.file(0));
    Table table = file.read(in -> CsvTable.read(in, file.name(), format));
    Column target = column(table, options.text("target"), file.name());
    List<Column> features = new ArrayList<>(table.columns());
    for (String ignored : names(options.text("ignore"))) {
      features.remove(column(table, ignored, file.name()));
    }
    features.remove(target);
    options.decided("target", target.name());
    TargetColumn column = TableSplits.target(table, target, options, file.name());
    Samples all = TableSplits.samples(table, features, oneHot, column.targets(), file.name());
    String dropped =
        table.dropped() == 0
            ? ""
            : "; %d rows with a missing value left out".formatted(table.dropped());
    String description =
        "%d rows of %s, target %s%s%s"
            .formatted(table.rows(), file.name(), target.label(), column.words(), dropped);
    return HeldOut.split(description, all, options);
  }

  private static TableFormat format(DatasetOptions options) {
    String header = options.choice("header", AUTO, "yes", "no");
    String name = options.choice("delimiter", AUTO, "comma", "semicolon", "tab", "pipe", "space");
    @Nullable Delimiter delimiter =
        name.equals(AUTO) ? null : Delimiter.valueOf(name.toUpperCase(Locale.ROOT));
    @Nullable Boolean heading = header.equals(AUTO) ? null : header.equals("yes");
    boolean drop = options.choice("missing", "error", "drop").equals("drop");
    return new TableFormat(delimiter, heading, drop);
  }

  private static List<String> names(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
  }

  private static Column column(Table table, String name, String file) {
    return table
        .find(name)
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected("a column '%s' in %s".formatted(name, file))
                    .found(table.names())
                    .next("name a column of the heading, or give its number from 1 on"));
  }
}
