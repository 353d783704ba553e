package org.thalweg.data.table;

import java.util.List;

/** What stands between the fields of a line. */
public enum Delimiter {
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  PIPE('|'),
  SPACE(' ');

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  public char character() {
    return character;
  }

  /**
   * Guesses from the first line: the first of tab, semicolon, pipe, comma and space that stands in
   * it outside quotation marks. The comma comes late because it is also a decimal mark; a line with
   * none of them is one field, so comma.
   */
  public static Delimiter detect(String line) {
    StringBuilder unquoted = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (!quoted) {
        unquoted.append(c);
      }
    }
    String outside = unquoted.toString().strip();
    return List.of(TAB, SEMICOLON, PIPE, COMMA, SPACE).stream()
        .filter(delimiter -> outside.indexOf(delimiter.character) >= 0)
        .findFirst()
        .orElse(COMMA);
  }
}
