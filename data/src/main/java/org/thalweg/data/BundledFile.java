package org.thalweg.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A data file that ships with Thalweg.
 *
 * @param path below this package, e.g. {@code mnist/t10k-labels-idx1-ubyte.gz}
 * @param sha256 of the file as it is, lower-case hexadecimal
 */
record BundledFile(String path, String sha256) {
  private static final String NEXT =
      "build Thalweg again from a clean copy: this file ships inside it";

  /** The whole file, compared with its checksum. */
  byte[] read() {
    try (@Nullable InputStream in = BundledFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
            .expected("the bundled file " + path)
            .found("nothing")
            .next(NEXT);
      }
      return verified(in.readAllBytes());
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("to read the bundled file " + path)
          .found(e.toString())
          .because(e)
          .next(NEXT);
    }
  }

  byte[] verified(byte[] content) {
    String found = HexFormat.of().formatHex(Sha256.digest().digest(content));
    if (!found.equals(sha256)) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("SHA-256 " + sha256 + " of " + path)
          .found("%s in %d bytes".formatted(found, content.length))
          .next(NEXT);
    }
    return content;
  }
}
