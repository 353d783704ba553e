package org.thalweg.app;

import java.util.Optional;
import org.thalweg.result.Outcome;

/**
 * What the first look found.
 *
 * @param trained the training
 * @param analysis the measurements; none when the training did not come to its end
 */
public record Quickstart(TrainedRun trained, Optional<Analysis> analysis) {
  /** How it ended: as the training if that was all, or else as the measurements. */
  public Outcome outcome() {
    return analysis.map(Analysis::outcome).orElse(trained.history().outcome());
  }
}
