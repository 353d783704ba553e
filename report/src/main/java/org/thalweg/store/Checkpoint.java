package org.thalweg.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.array.NumericArray;

/**
 * Everything a training needs to go on from a moment.
 *
 * @param weights by parameter name
 * @param state whatever else the trainer wants back: momenta, counters, positions
 */
public record Checkpoint(Map<String, NumericArray> weights, Map<String, NumericArray> state) {
  private static final String WEIGHTS = "weights/";
  private static final String STATE = "state/";

  public Checkpoint {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
  }

  /** Both in one map, as the file holds them: {@code weights/NAME} and {@code state/NAME}. */
  Map<String, NumericArray> toArrays() {
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    weights.forEach((name, array) -> arrays.put(WEIGHTS + name, array));
    state.forEach((name, array) -> arrays.put(STATE + name, array));
    return arrays;
  }

  static Checkpoint fromArrays(Map<String, NumericArray> arrays) {
    return new Checkpoint(starting(WEIGHTS, arrays), starting(STATE, arrays));
  }

  private static Map<String, NumericArray> starting(
      String prefix, Map<String, NumericArray> arrays) {
    Map<String, NumericArray> found = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), array);
          }
        });
    return found;
  }
}
