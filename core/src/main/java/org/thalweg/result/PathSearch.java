package org.thalweg.result;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How a path was found: what an iterative search recorded, and how it ended.
 *
 * @param method in words, with all options
 * @param quantity what {@code values} are, e.g. {@code "training loss on the curve"}; empty for a
 *     path that needs no search
 * @param step iterations done at each entry
 * @param values the quantity; each entry is the mean since the entry before
 */
public record PathSearch(
    String method, String quantity, Values step, Values values, Outcome outcome) {
  public PathSearch {
    if (step.size() != values.size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(step.size() + " values, one for each recorded step")
          .found(values.size() + " values")
          .next("record a value at every step that is recorded");
    }
  }

  /** Of a path that is known beforehand. */
  public static PathSearch none(String method) {
    return new PathSearch(method, "", Values.of(), Values.of(), Outcome.CONVERGED);
  }
}
