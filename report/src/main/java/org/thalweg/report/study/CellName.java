package org.thalweg.report.study;

import java.util.Map;

/** What a combination of levels is called. */
final class CellName {
  private CellName() {}

  /** E.g. {@code "deep · adam"}. */
  static String of(Map<String, String> levels) {
    return levels.isEmpty() ? "all" : String.join(" · ", levels.values());
  }
}
