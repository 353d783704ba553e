package org.thalweg.app.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.thalweg.app.CodeVersion;
import org.thalweg.app.Machine;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.linalg.Precision;
import org.thalweg.provenance.Environment;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Trial;

/**
 * Content addresses of measurements within a trial: probe, moment, every option in force, program,
 * libtorch and processor. With the same key a result need not be measured again, nor the model be
 * opened to find that out.
 */
final class ProbeKey {
  private static final ModelReference ANY = ModelReference.parse("trial");
  private static final int DIGITS = 16;

  private final String surroundings;

  ProbeKey() {
    Environment environment = Machine.describe(1, Precision.FLOAT32);
    this.surroundings =
        String.join("\n", CodeVersion.text(), environment.libtorch(), environment.processor());
  }

  /** Of a measurement of one trial. */
  String of(ProbePlan plan, Trial trial) {
    return hash(plan, ProbeReaders.read(plan, ANY, trial.seed()));
  }

  /** Of a path from one trial to another. */
  String of(ProbePlan plan, Trial first, Trial second) {
    ModelReference other = ModelReference.parse(second.id());
    return hash(plan, ProbeReaders.connect(plan, ANY, other, first.seed()));
  }

  private String hash(ProbePlan plan, ProbeRequest request) {
    String text =
        String.join(
            "\n", plan.moment().text(), plan.epoch() + "", request.toString(), surroundings);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
