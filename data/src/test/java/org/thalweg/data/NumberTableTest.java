package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;

class NumberTableTest {
  private static NumberTable read(String text) {
    return NumberTable.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "table.csv");
  }

  @Test
  void readsRowsOfNumbers() {
    NumberTable table = read("1,-2.5,3e2\r\n \"4\", 5 ,6\n");
    assertThat(table.columns()).isEqualTo(3);
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().get(0)).containsExactly(1f, -2.5f, 300f);
    assertThat(table.rows().get(1)).containsExactly(4f, 5f, 6f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,two| row 1, column 2",
        "1,2;3,x| row 2, column 2",
        "a,b;1,2| row 1, column 1",
        "1,;3,4| row 1, column 2",
        "1,2,3;4,5| row 2",
      })
  void whatIsNoNumberIsLocated(String text, String where) {
    String csv = text.replace(';', '\n') + "\n";
    Failures.assertCode(() -> read(csv), ErrorCode.DATA_FORMAT)
        .hasMessageContaining(where.strip())
        .hasMessageContaining("table.csv");
  }

  @Test
  void nothingIsNoTable() {
    Failures.assertCode(() -> read(""), ErrorCode.DATA_FORMAT);
  }
}
