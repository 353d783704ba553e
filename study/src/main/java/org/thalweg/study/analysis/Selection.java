package org.thalweg.study.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.thalweg.study.observation.Observation;

/**
 * Part of a design: of some factors only some levels.
 *
 * @param levels those that are looked at, by factor; a factor that is not named is not restricted
 */
public record Selection(Map<String, List<String>> levels) {
  /** The whole design. */
  public static final Selection ALL = new Selection(Map.of());

  public Selection {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    levels.forEach((factor, chosen) -> copy.put(factor, List.copyOf(chosen)));
    levels = Collections.unmodifiableMap(copy);
  }

  /** Whether this observation is part of it. */
  public boolean contains(Observation observation) {
    return levels.entrySet().stream()
        .allMatch(
            entry ->
                entry.getValue().contains(observation.levels().getOrDefault(entry.getKey(), "")));
  }

  /** Those of the observations that are part of it. */
  public List<Observation> of(List<Observation> observations) {
    return observations.stream().filter(this::contains).toList();
  }

  /** E.g. {@code "network = cnn-16, cnn-32"}; empty for the whole design. */
  public String describe() {
    return levels.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }
}
