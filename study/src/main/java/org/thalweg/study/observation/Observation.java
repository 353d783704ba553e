package org.thalweg.study.observation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one trial, or one pair of trials, gave.
 *
 * @param id of the trial; of a pair, both ids joined by a hyphen
 * @param levels a level by factor
 * @param seed of the trial; of a pair, the first one
 * @param state how far it came
 * @param values by quantity; NaN where it could not be measured
 * @param note why it failed or what is missing; empty if all is well
 */
public record Observation(
    String id,
    Map<String, String> levels,
    long seed,
    State state,
    Map<String, Double> values,
    String note) {
  public Observation {
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** How far a trial came. */
  public enum State {
    /** Trained and measured. */
    COMPLETE,
    /** Something failed; what was measured before is kept, and the rest is NaN. */
    FAILED,
    /** Not run yet. */
    PENDING
  }

  /** NaN where the quantity is missing. */
  public double value(String quantity) {
    return values.getOrDefault(quantity, Double.NaN);
  }
}
