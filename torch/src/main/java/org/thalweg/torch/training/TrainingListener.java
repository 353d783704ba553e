package org.thalweg.torch.training;

import org.thalweg.result.TrainingRecord;

/**
 * Hears what a training produces, on the thread that called it. What is due after one step comes in
 * this order: record, snapshot, checkpoint; so a training that is resumed from a checkpoint repeats
 * nothing that came before it, and repeats what came after it with the same values.
 */
public interface TrainingListener {
  default void onRecord(TrainingRecord record) {}

  /**
   * The weights on the way.
   *
   * @param epoch passes over the data so far; fractional between epochs
   * @param theta a copy; never with a NaN or infinity
   */
  default void onSnapshot(long step, double epoch, double[] theta) {}

  /** A state from which the training can be continued bit for bit. */
  default void onCheckpoint(TrainingState state) {}

  /** Listens to nothing. */
  static TrainingListener silent() {
    return new TrainingListener() {};
  }
}
