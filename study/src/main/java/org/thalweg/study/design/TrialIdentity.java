package org.thalweg.study.design;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The content address of a training: what its weights depend on, and nothing else. */
final class TrialIdentity {
  private static final int DIGITS = 12;

  private TrialIdentity() {}

  /** The first hexadecimal digits of the SHA-256 of plan and seed. */
  static String of(TrainingPlan plan, long seed) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((plan + "#" + seed).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
