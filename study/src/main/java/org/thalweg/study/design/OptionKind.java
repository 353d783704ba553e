package org.thalweg.study.design;

import java.util.List;
import java.util.Locale;

/**
 * What kind of value an option takes.
 *
 * @param form of the value
 * @param words the only ones that are known; empty: any
 */
public record OptionKind(Form form, List<String> words) {
  /** Forms of values. */
  public enum Form {
    /** {@code true} or {@code false}. */
    FLAG,
    /** A whole number. */
    WHOLE,
    /** A number. */
    NUMBER,
    /** Some text. */
    TEXT,
    /** One or several texts. */
    TEXTS,
    /** One or several numbers. */
    NUMBERS
  }

  public OptionKind {
    words = List.copyOf(words);
  }

  /** From a word such as {@code whole}, a list of words, or a list of a list of words: several. */
  static OptionKind of(YamlNode node) {
    if (node instanceof YamlSequence list) {
      boolean several = list.items().get(0) instanceof YamlSequence;
      return several
          ? new OptionKind(Form.TEXTS, list.items().get(0).sequence().texts())
          : new OptionKind(Form.TEXT, list.texts());
    }
    return new OptionKind(Form.valueOf(node.scalar().text().toUpperCase(Locale.ROOT)), List.of());
  }

  /**
   * Reads a value: a Boolean, Long, Double, String, or list of Strings.
   *
   * @throws org.thalweg.error.ThalwegException {@code STUDY_FILE} if it is of another kind
   */
  Object read(YamlNode node) {
    return switch (form) {
      case FLAG -> node.scalar().truth();
      case WHOLE -> node.scalar().whole(Long.MIN_VALUE + 1, Long.MAX_VALUE);
      case NUMBER -> node.scalar().number();
      case TEXT -> words.isEmpty() ? node.scalar().text() : node.scalar().oneOf(words);
      case TEXTS -> items(node).stream().map(this::word).toList();
      case NUMBERS -> items(node).stream().map(OptionKind::number).toList();
    };
  }

  private static List<YamlNode> items(YamlNode node) {
    if (node instanceof YamlSequence list) {
      if (list.items().isEmpty()) {
        throw list.wrong("at least one value");
      }
      return list.items();
    }
    return List.of(node);
  }

  private String word(YamlNode node) {
    return words.isEmpty() ? node.scalar().text() : node.scalar().oneOf(words);
  }

  private static String number(YamlNode node) {
    node.scalar().number();
    return node.scalar().raw();
  }
}
