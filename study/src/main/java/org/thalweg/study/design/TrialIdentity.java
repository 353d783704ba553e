package org.thalweg.study.design;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The content address of a training: what its run folder depends on, and nothing else. */
final class TrialIdentity {
  private static final int DIGITS = 12;

  private TrialIdentity() {}

  /** The first hexadecimal digits of the SHA-256 of plan and seed. */
  static String of(TrainingPlan plan, long seed) {
    List<Object> parts =
        List.of(
            plan.data(),
            plan.network(),
            plan.activation(),
            plan.loss(),
            plan.optimizer(),
            plan.learningRate(),
            plan.momentum(),
            plan.weightDecay(),
            plan.batch(),
            plan.samples(),
            plan.epochs(),
            plan.untilAccuracy(),
            plan.recordEvery(),
            plan.snapshots(),
            plan.precision(),
            seed);
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      // With its length, so that no two lists of parts give the same text.
      text.append(part.toString().length()).append(':').append(part).append('\n');
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
