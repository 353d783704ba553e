package org.thalweg.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The Markdown text of a result, shown line by line as it grows. */
final class Report {
  private final List<String> lines = new ArrayList<>();

  void line(String text) {
    lines.add(text);
    System.out.println(text);
  }

  /** A heading, what is to be known of the numbers, and the columns: the first two are text. */
  void table(String heading, String explanation, String... columns) {
    line("");
    line("## " + heading);
    line("");
    line(explanation);
    line("");
    row(columns);
    line("|---|---|" + String.join("", Collections.nCopies(columns.length - 2, "---:|")));
  }

  void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  static String time(double seconds) {
    if (seconds >= 1) {
      return String.format(Locale.ROOT, "%.2f s", seconds);
    }
    return seconds >= 1e-3
        ? String.format(Locale.ROOT, "%.2f ms", 1e3 * seconds)
        : String.format(Locale.ROOT, "%.1f µs", 1e6 * seconds);
  }

  static String ratio(double[] quartiles) {
    return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", quartiles[1], quartiles[0], quartiles[2]);
  }
}
