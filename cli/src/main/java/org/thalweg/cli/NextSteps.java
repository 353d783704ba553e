package org.thalweg.cli;

import java.nio.file.Path;
import java.util.List;

/** What a newcomer may want to do next. */
final class NextSteps {
  /** For work whose parts are kept. */
  static final List<String> AFTER_INTERRUPTION =
      List.of("interrupted: the same command goes on where it stopped");

  private NextSteps() {}

  static List<String> after(Path run, Path report) {
    return List.of(
        "",
        "Open the report in a browser:",
        "  " + report.toAbsolutePath(),
        "",
        "Then try:",
        "  thalweg slice " + run + " --direction eigen:1     along the sharpest direction",
        "  thalweg surface " + run + " --plane eigen:1,2     the plane of the two sharpest ones",
        "  thalweg train --data mnist --net mlp:256          another network to compare with",
        "  thalweg --help                                    everything else");
  }
}
