package org.thalweg.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which code is running: version, and the commit it was built from where there was a checkout. */
public final class CodeVersion {
  private CodeVersion() {}

  /** For example {@code 0.1.0-SNAPSHOT (a06b6cb)}, with {@code +} when the checkout had changes. */
  public static String text() {
    Properties properties = new Properties();
    try (InputStream file = CodeVersion.class.getResourceAsStream("version.properties")) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version", "unknown");
    String commit = properties.getProperty("commit", "");
    if (commit.isBlank() || commit.startsWith("$")) {
      return version;
    }
    String changed = "true".equals(properties.getProperty("dirty")) ? "+" : "";
    return version + " (" + commit + changed + ")";
  }
}
