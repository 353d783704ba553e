package org.thalweg.app;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of a parameter vector. */
final class WeightsHash {
  private WeightsHash() {}

  /** {@code sha256:…} over the float64 values in parameter order, big-endian. */
  static String of(double[] weights) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(weights.length, Double.BYTES));
    bytes.asDoubleBuffer().put(weights);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
