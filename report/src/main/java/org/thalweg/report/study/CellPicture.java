package org.thalweg.report.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.store.StoredResult;

/**
 * The result of a probe on one trial that stands for its cell.
 *
 * @param probe name of the probe plan, e.g. {@code "slice"}
 * @param levels of the cell: a level by factor
 * @param seed of the trial; of a pair, its first seed
 * @param stored a slice, a surface, a trajectory, or a connection; others are not drawn
 */
public record CellPicture(
    String probe, Map<String, String> levels, long seed, StoredResult stored) {
  public CellPicture {
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
  }

  /** E.g. {@code "deep · adam"}, as {@link org.thalweg.study.design.Cell#name()}. */
  public String cell() {
    return CellName.of(levels);
  }
}
