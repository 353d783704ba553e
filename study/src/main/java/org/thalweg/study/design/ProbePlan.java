package org.thalweg.study.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A measurement that every trial gets.
 *
 * @param name by which quantities refer to it, e.g. {@code "spectrum"}
 * @param probe a command of the command line: {@code gradient}, {@code hessian}, {@code slice},
 *     {@code surface}, {@code sharpness}, {@code trajectory}, {@code audit}, {@code connect}
 * @param moment at which weights
 * @param epoch of {@link Moment#EPOCH}; NaN otherwise
 * @param options the command's options by name, without dashes: strings, numbers, booleans, lists
 *     of strings. {@code samples} and {@code split} are among them
 * @param places where each option stands, by name; the probe itself under {@code ""}
 */
public record ProbePlan(
    String name,
    String probe,
    Moment moment,
    double epoch,
    Map<String, Object> options,
    Map<String, Place> places) {
  public ProbePlan {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    places = Map.copyOf(places);
  }
}
