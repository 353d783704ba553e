package org.thalweg.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class CsvTableTest {
  private static Table read(String text, TableFormat format) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return CsvTable.read(new ByteArrayInputStream(bytes), "t.csv", format);
  }

  private static Table read(String text) {
    return read(text, TableFormat.AUTOMATIC);
  }

  private static double[] numbers(Table table, String column) {
    Column.Numbers numbers = (Column.Numbers) table.find(column).orElseThrow().content();
    double[] values = new double[table.rows()];
    Arrays.setAll(values, numbers::value);
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b c,d\n1,2.5,x\n-3e2,.5,y\n",
        "a;b c;d\n1;2.5;x\n-3e2;.5;y",
        "a\tb c\td\r\n1\t2.5\tx\r\n\r\n-3e2\t.5\ty\r\n",
        "a|b c|d\n1|2.5|x\n-3e2|.5|y\n",
        "\n\n\"a\",\"b c\",\"d\"\n 1 , 2.5 ,\"x\"\n\"-3e2\",.5,y\n",
        "\ufeffa,\"b c\",d\n1,2.5,x\n-3e2,.5,y\n",
        "a;\"b c\";d\n1;\"2.5\";x\n-3e2;.5;\"y\"\n",
      })
  void readsEveryDelimiterAndQuotationMarks(String text) {
    Table table = read(text);
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.columns()).extracting(Column::name).containsExactly("a", "b c", "d");
    assertThat(numbers(table, "a")).containsExactly(1, -300);
    assertThat(numbers(table, "b c")).containsExactly(2.5, 0.5);
    Column.Words words = (Column.Words) table.find("last").orElseThrow().content();
    assertThat(words.words()).containsExactly("x", "y");
    assertThat(words.code(1)).isEqualTo(1);
  }

  @Test
  void withoutAHeadingColumnsHaveNumbers() {
    Table table = read("1 2  x\n3 4 y\n");
    assertThat(table.columns()).extracting(Column::name).containsExactly("1", "2", "3");
    assertThat(numbers(table, "2")).containsExactly(2, 4);
    assertThat(read("a,b\nc,d\n", new TableFormat(null, false, false)).rows()).isEqualTo(2);
    assertThat(read("1,2\n3,4\n", new TableFormat(null, true, false)).columns())
        .extracting(Column::name)
        .containsExactly("1", "2");
  }

  @Test
  void aNameGoesBeforeANumber() {
    Table table = read("2,b\n1,5\n7,8\n", new TableFormat(null, true, false));
    assertThat(numbers(table, "2")).containsExactly(1, 7);
    assertThat(table.find("3")).isEmpty();
    assertThat(table.find("c")).isEmpty();
  }

  @Test
  void wordsAreInOrderOfTheirCodePoints() {
    Column.Words words =
        (Column.Words) read("k\nb\n10\na\n9\nb\n").find("k").orElseThrow().content();
    assertThat(words.words()).isEqualTo(List.of("10", "9", "a", "b"));
    assertThat(words.firstTextRow()).isZero();
    assertThat(new int[] {words.code(0), words.code(1), words.code(3), words.code(4)})
        .containsExactly(3, 0, 1, 3);
  }

  /** Java's own parser takes these for numbers. */
  @ParameterizedTest
  @ValueSource(strings = {"1f", "3d", "0x1p3", "1_000", "1,5"})
  void onlyDecimalNotationIsANumber(String field) {
    Table table = read("k;n\n\"" + field + "\";1\n2;2\n");
    assertThat(table.columns().get(0).content()).isInstanceOf(Column.Words.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a,b\\n1,2\\n3\\n ~ line 3 of t.csv ~ 1 fields",
        "a,b\\n1,2\\n3,4,5\\n ~ line 3 of t.csv ~ 3 fields",
        "a,b\\n1,2\\n\\n\\n3,,\\n ~ line 5 of t.csv ~ 3 fields",
        "a,b\\n1,2\\n\"x\\ny\",3\\n4\\n ~ line 5 of t.csv ~ 1 fields",
        "a,b\\n1,2\\n3,\\n ~ column 2, line 3 ~ an empty field",
        "a,b\\n1,NaN\\n ~ column 2, line 2 ~ NaN",
        "a,b\\n?,1\\n ~ column 1, line 2 ~ ?",
        "a,a\\n1,2\\n ~ different names ~ twice",
        "a,b\\n ~ at least one row ~ none",
        "1,2\\n\"3,4\\n ~ UTF-8 text in t.csv ~ ",
      })
  void nonsenseIsNamedWithItsLine(String text, String expected, String found) {
    assertCode(() -> read(text.strip().replace("\\n", "\n")), ErrorCode.DATA_FORMAT)
        .hasMessageContaining(expected.strip())
        .hasMessageContaining(found == null ? "" : found.strip());
  }

  @Test
  void emptyAndBinaryFiles() {
    for (String text : List.of("", "\n", "  \n\n", "\ufeff")) {
      assertCode(() -> read(text), ErrorCode.DATA_FORMAT);
    }
    byte[] latin1 = {'a', '\n', (byte) 0xe4, '\n'};
    assertCode(
            () -> CsvTable.read(new ByteArrayInputStream(latin1), "t.csv", TableFormat.AUTOMATIC),
            ErrorCode.DATA_FORMAT)
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "-Infinity", "1e400"})
  void infinityIsRefused(String field) {
    assertCode(() -> read("a,b\n1,2\n3," + field + "\n"), ErrorCode.NOT_FINITE)
        .hasMessageContaining("column 2, line 3 of t.csv");
  }

  @Test
  void rowsWithMissingValuesCanBeLeftOut() {
    TableFormat drop = new TableFormat(null, null, true);
    Table table = read("a,b\n1,\n2,x\nNA,y\n3,z\n", drop);
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.dropped()).isEqualTo(2);
    assertThat(numbers(table, "a")).containsExactly(2, 3);
    assertCode(() -> read("a,b\n1,\n", drop), ErrorCode.DATA_FORMAT);
  }

  @Test
  void aLateWordAmongManyNumbersIsNamed() {
    StringBuilder text = new StringBuilder("a\n");
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append('\n');
    }
    assertThat(read(text.toString()).rows()).isEqualTo(20_000);
    assertCode(() -> read(text + "oops\n"), ErrorCode.DATA_FORMAT)
        .hasMessageContaining("'oops' in line 20002");
  }

  @Test
  void arffIsReadAsFarAsNumbersGo() {
    String head = "% note\n@relation r\n@attribute x numeric\n@ATTRIBUTE 'y z' REAL\n@data\n";
    Table table = ArffTable.read(head + "1, 2\n% between\n3,4\n", "t.arff");
    assertThat(numbers(table, "y z")).containsExactly(2, 4);
    for (String bad :
        List.of(head, head + "1\n", head + "1,?\n", "@attribute c {a,b}\n@data\na\n", "hello")) {
      assertCode(() -> ArffTable.read(bad, "t.arff"), ErrorCode.DATA_FORMAT);
    }
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertCode(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
