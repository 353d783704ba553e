package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.List;
import org.thalweg.study.design.ProbePlan;
import org.thalweg.study.design.Trial;

/**
 * A trial, where it lies, and what is to be measured at it.
 *
 * @param folder its run folder
 */
record PlannedTrial(Trial trial, Path folder, List<PlannedProbe> probes) {
  PlannedTrial {
    probes = List.copyOf(probes);
  }

  String id() {
    return trial.id();
  }

  /**
   * A measurement.
   *
   * @param key by which its results are found again
   */
  record PlannedProbe(ProbePlan plan, String key) {}
}
