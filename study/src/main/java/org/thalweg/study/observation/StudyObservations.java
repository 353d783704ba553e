package org.thalweg.study.observation;

import java.util.List;
import org.thalweg.study.design.Study;

/**
 * Everything that a study measured, as far as it came.
 *
 * @param study the design
 * @param trials a row per trial, in the order of the design
 * @param pairs a row per pair of trials
 * @param series of the trials
 */
public record StudyObservations(
    Study study, List<Observation> trials, List<Observation> pairs, List<Series> series) {
  public StudyObservations {
    trials = List.copyOf(trials);
    pairs = List.copyOf(pairs);
    series = List.copyOf(series);
  }

  /** Those that have the quantity: trials or pairs. */
  public List<Observation> of(String quantity) {
    return study.quantity(quantity).filter(one -> one.ofPairs()).isPresent() ? pairs : trials;
  }
}
