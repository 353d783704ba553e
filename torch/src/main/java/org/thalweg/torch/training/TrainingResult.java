package org.thalweg.torch.training;

import org.thalweg.result.TrainingHistory;

/**
 * What a training leaves.
 *
 * @param history what it recorded, how it ended, what it cost: a gradient for each epoch and each
 *     record, a forward pass (over the test split) for each record
 * @param end where it ended; its weights may contain NaN when the outcome is {@code NON_FINITE}
 */
public record TrainingResult(TrainingHistory history, TrainingState end) {
  /** The weights at the end, in float64. */
  public double[] parameters() {
    return end.theta().toDoubles();
  }
}
