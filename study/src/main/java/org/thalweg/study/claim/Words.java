package org.thalweg.study.claim;

import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;

/** Phrases that several rules use. */
final class Words {
  private Words() {}

  static String where(Selection selection) {
    return selection.levels().isEmpty() ? "" : ", where " + selection.describe();
  }

  /** E.g. {@code "a / b"}, {@code "a − b"}. */
  static String contrast(Contrast contrast, String first, String second) {
    return first + (contrast == Contrast.RATIO ? " / " : " − ") + second;
  }
}
