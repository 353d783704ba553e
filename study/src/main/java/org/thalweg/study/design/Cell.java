package org.thalweg.study.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One combination of levels, and the training it stands for.
 *
 * @param levels a level by factor, in the order of the factors
 * @param training what a trial of this cell trains
 * @param place where its last level stands
 */
public record Cell(Map<String, String> levels, TrainingPlan training, Place place) {
  public Cell {
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
  }

  /** E.g. {@code "deep · adam"}. */
  public String name() {
    return levels.isEmpty() ? "all" : String.join(" · ", levels.values());
  }
}
