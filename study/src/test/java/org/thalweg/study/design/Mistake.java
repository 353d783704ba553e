package org.thalweg.study.design;

import java.util.List;

/**
 * A mistake in {@code base.yaml}, and what must be said about it.
 *
 * @param right what stands there
 * @param wrong what stands there instead
 * @param line that the message must name
 * @param structural whether an editor can know it too, from the JSON schema
 * @param words that the message must contain
 */
record Mistake(String right, String wrong, int line, boolean structural, List<String> words) {
  static final String BASE = text();

  private static String text() {
    try (var stream = Mistake.class.getResourceAsStream("base.yaml")) {
      return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** One that only a reader finds. */
  static Mistake read(String right, String wrong, int line, String... words) {
    return new Mistake(right, wrong, line, false, List.of(words));
  }

  /** One that the schema finds too. */
  static Mistake structure(String right, String wrong, int line, String... words) {
    return new Mistake(right, wrong, line, true, List.of(words));
  }

  String file() {
    if (!BASE.contains(right)) {
      throw new IllegalArgumentException("base.yaml has no '" + right + "'");
    }
    return BASE.replace(right, wrong);
  }

  @Override
  public String toString() {
    return wrong.strip().lines().findFirst().orElse("(nothing)") + " [instead of] " + right.strip();
  }
}
