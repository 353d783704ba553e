package org.thalweg.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

/** The parts of a page that are the same for every run and for every study. */
public final class PageResources {
  private static final String WEBJAR = "/META-INF/maven/org.webjars.npm/plotly.js-dist/";
  private static final String PLOTLY = "/META-INF/resources/webjars/plotly.js-dist/%s/plotly.js";

  private PageResources() {}

  /**
   * The text of a resource.
   *
   * @param name relative to this package, e.g. {@code "plots.js"}
   */
  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** The plotting library, gzipped, in base 64: a third of its size, and free of any markup. */
  public static String compressedPlotly() {
    return compressed(bytes(PLOTLY.formatted(plotlyVersion())));
  }

  /** Bytes, gzipped, in base 64. */
  public static String compressed(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(compressed.toByteArray());
  }

  /** What a Content-Security-Policy calls the script with exactly this text. */
  public static String policyHash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From the jar itself, so that only the build names a version. */
  private static String plotlyVersion() {
    try (InputStream stream = open(WEBJAR + "pom.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream stream = open(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream stream = PageResources.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("not on the class path: " + name);
    }
    return stream;
  }
}
