package org.thalweg.study.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The studies that come with Thalweg: those of the five reports. */
public final class BundledStudies {
  private static final List<String> NAMES =
      List.of(
          "r1-architectures",
          "r1-optimizers",
          "r1-generalization",
          "r1-difficulty",
          "r1-cifar",
          "r2-widths",
          "r2-optimizers",
          "r2-trajectory",
          "r2-connectivity",
          "r3-curvature",
          "r4-basin",
          "r4-batch-size",
          "r5-trajectory");

  private BundledStudies() {}

  /** Their names, report by report. */
  public static List<String> names() {
    return NAMES;
  }

  /** The file of a study, byte for byte; empty if there is none of that name. */
  public static Optional<String> text(String name) {
    return NAMES.contains(name)
        ? Optional.of(Resources.text("bundled/" + name + ".yaml"))
        : Optional.empty();
  }

  /** One of them at every scale; empty if there is none of that name. */
  public static Optional<Map<Scale, Study>> scales(String name) {
    return text(name).map(text -> StudyFile.read(name + ".yaml", text));
  }

  /** One of them at a scale; empty if there is none of that name. */
  public static Optional<Study> read(String name, Scale scale) {
    return text(name).map(text -> StudyFile.read(name + ".yaml", text, scale));
  }
}
