package org.thalweg.probe.trajectory;

/**
 * The weights of a network at moments of its training, in the order of time. They are read one
 * after another and may lie on disk: a path of 100 snapshots of ten million parameters does not fit
 * into memory.
 */
public interface Snapshots {
  /** How many there are. */
  int count();

  /** How many parameters each has. */
  int dimension();

  /** target ← snapshot {@code index}, from 0; {@code target} has {@link #dimension} entries. */
  void read(int index, double[] target);

  /** Optimizer steps taken by then. */
  long step(int index);

  /** Passes over the training data taken by then. */
  double epoch(int index);
}
