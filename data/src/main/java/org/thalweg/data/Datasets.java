package org.thalweg.data;

import java.util.Comparator;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The catalogue of data sets.
 *
 * <p>A name is {@code NAME} or {@code NAME:option=value,option=value}; options are for sets that
 * are computed, e.g. {@code sine:n=500,noise=0.05,seed=3}, and those left out have the defaults of
 * the {@link DatasetDescriptor}. The {@link Dataset#name()} of an opened set spells every option
 * out, so that it opens the same set later even if a default changes.
 */
public final class Datasets {
  private static final List<DatasetSource> ALL = List.of(new Mnist(), new Digits(), new Sine());

  private Datasets() {}

  /** What there is, without loading anything. */
  public static List<DatasetDescriptor> list() {
    return ALL.stream().map(DatasetSource::descriptor).toList();
  }

  /**
   * Opens a set; nothing is cached.
   *
   * @throws ThalwegException {@code UNKNOWN_DATA}; {@code INVALID_OPTION}; {@code DATA_CORRUPT} if
   *     a bundled file is not what was shipped
   */
  public static Dataset open(String name) {
    int colon = name.indexOf(':');
    String base = (colon < 0 ? name : name.substring(0, colon)).strip();
    String options = colon < 0 ? "" : name.substring(colon + 1).strip();
    for (DatasetSource source : ALL) {
      if (source.descriptor().name().equals(base)) {
        return source.open(new DatasetOptions(source.descriptor(), options));
      }
    }
    throw unknown(base);
  }

  private static ThalwegException unknown(String name) {
    List<String> names = list().stream().map(DatasetDescriptor::name).toList();
    String nearest =
        names.stream().min(Comparator.comparingInt(known -> edits(name, known))).orElseThrow();
    return ThalwegException.of(ErrorCode.UNKNOWN_DATA)
        .expected("one of " + String.join(", ", names))
        .found("'" + name + "'")
        .next(
            (edits(name, nearest) <= 2 ? "did you mean '" + nearest + "'? " : "")
                + "list the data sets with: thalweg data list");
  }

  /** Insertions, deletions and replacements between two words (Levenshtein 1966), any case. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
