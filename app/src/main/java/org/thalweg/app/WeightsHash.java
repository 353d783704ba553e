package org.thalweg.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The identity of a parameter vector, or of the file that a network comes from. */
final class WeightsHash {
  private static final int BUFFER = 1 << 16;

  private WeightsHash() {}

  /** {@code sha256:…} over the float64 values in parameter order, big-endian. */
  static String of(double[] weights) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(weights.length, Double.BYTES));
    bytes.asDoubleBuffer().put(weights);
    MessageDigest digest = sha256();
    digest.update(bytes.array());
    return text(digest);
  }

  /** {@code sha256:…} over the bytes of a file: whatever it holds beside the weights counts too. */
  static String ofFile(Path file) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("a file that can be read: " + file)
          .found(String.valueOf(e.getMessage()))
          .because(e)
          .next("check the file and its permissions");
    }
    return text(digest);
  }

  private static String text(MessageDigest digest) {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
