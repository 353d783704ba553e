package org.thalweg.study.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that are part of this package. */
final class Resources {
  private Resources() {}

  static String text(String name) {
    try (InputStream stream = Resources.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The quantities that need no definition. */
  static YamlMapping quantities() {
    return Quantities.ALL;
  }

  /** What each probe may be asked for. */
  static YamlMapping probes() {
    return Probes.ALL;
  }

  private static YamlMapping yaml(String name) {
    return YamlFile.read(name, text(name)).mapping();
  }

  /** Read when first needed, and once: every study asks for it. */
  private static final class Quantities {
    static final YamlMapping ALL = yaml("quantities.yaml");
  }

  /** Read when first needed, and once: every study asks for it. */
  private static final class Probes {
    static final YamlMapping ALL = yaml("probes.yaml");
  }
}
