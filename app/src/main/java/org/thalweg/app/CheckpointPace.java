package org.thalweg.app;

/**
 * How often a training writes down the state from which it can be resumed. What a training gives
 * does not depend on it, only how much a killed one does again.
 *
 * @param seconds between two checkpoints at least; 0: each that the training hands out
 */
public record CheckpointPace(double seconds) {
  public static final CheckpointPace EACH = new CheckpointPace(0);
}
