package org.thalweg.report.study;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.thalweg.report.PageResources;

/**
 * A table inside the page that can be saved as a file.
 *
 * @param content gzipped, in base 64
 * @param size in plain text, e.g. {@code "12 kB"}
 */
record Download(String name, String content, String size) {
  private static final int KILOBYTE = 1000;

  static List<Download> of(Map<String, String> tables) {
    return tables.entrySet().stream()
        .map(table -> of(table.getKey(), table.getValue().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static Download of(String name, byte[] text) {
    long kilobytes = Math.max(1, Math.round((double) text.length / KILOBYTE));
    return new Download(name, PageResources.compressed(text), kilobytes + " kB");
  }

  /** A file beside the page. */
  record Beside(String name, String address) {
    static Beside of(String name) {
      String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
      return new Beside(name, "./" + encoded.replace("%2F", "/"));
    }
  }
}
