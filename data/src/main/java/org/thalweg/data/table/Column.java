package org.thalweg.data.table;

import java.util.Arrays;
import java.util.List;

/**
 * One column: numbers if every field is one, else text.
 *
 * @param name from the heading, else its number
 * @param number from 1 on
 * @param content one value for each row
 */
public record Column(String name, int number, Content content) {
  /** As an error names it. */
  public String label() {
    return name.equals(String.valueOf(number))
        ? "column " + number
        : "column '%s' (%d)".formatted(name, number);
  }

  /** The values. */
  public sealed interface Content {}

  /** Finite numbers as float64. */
  public static final class Numbers implements Content {
    private final double[] values;

    public Numbers(double... values) {
      this.values = values.clone();
    }

    public double value(int row) {
      return values[row];
    }

    /** Each number once, ascending. */
    public double[] distinct() {
      return Arrays.stream(values).distinct().sorted().toArray();
    }
  }

  /**
   * Words, each spelt once.
   *
   * <p>{@code codes} are positions in {@code words}, which are in the order of their code points.
   */
  public static final class Words implements Content {
    private final List<String> words;
    private final int[] codes;
    private final int firstTextRow;

    Words(List<String> words, int[] codes, int firstTextRow) {
      this.words = List.copyOf(words);
      this.codes = codes.clone();
      this.firstTextRow = firstTextRow;
    }

    public List<String> words() {
      return words;
    }

    public int code(int row) {
      return codes[row];
    }

    /** The first row, from 0 on, whose field is not a number: it made this column text. */
    public int firstTextRow() {
      return firstTextRow;
    }
  }
}
