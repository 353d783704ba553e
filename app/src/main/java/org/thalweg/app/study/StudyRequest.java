package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Study;

/**
 * A study to be carried out.
 *
 * @param study what
 * @param folder of the study
 * @param workers trials at the same time; 0: one per core. Results do not depend on them
 * @param only levels by factor: cells with other levels are left as they are; empty: all cells
 * @param retryFailed whether what failed before is tried again
 */
public record StudyRequest(
    Study study, Path folder, int workers, Map<String, Set<String>> only, boolean retryFailed) {
  private static final Path STUDIES = Path.of("runs", "studies");

  public StudyRequest {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    only.forEach((factor, levels) -> copy.put(factor, new LinkedHashSet<>(levels)));
    only = copy;
  }

  /** Everything by default. */
  public static StudyRequest of(Study study) {
    return new StudyRequest(study, usualFolder(study), 0, Map.of(), false);
  }

  /** {@code runs/studies/NAME-SCALE}. */
  public static Path usualFolder(Study study) {
    return STUDIES.resolve(study.name() + "-" + study.scale().text());
  }

  /** Where trials lie: beside the folders of studies, so that these share them. */
  public Path trials() {
    return folder.toAbsolutePath().resolveSibling("trials");
  }

  /** Whether a cell is to be carried out. */
  boolean wants(Cell cell) {
    return only.entrySet().stream()
        .allMatch(
            entry -> entry.getValue().contains(cell.levels().getOrDefault(entry.getKey(), "")));
  }
}
