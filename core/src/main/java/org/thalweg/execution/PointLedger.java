package org.thalweg.execution;

import java.util.Optional;
import org.thalweg.objective.Evaluation;

/**
 * What has been evaluated so far, point by point; work resumes from it. Implementations are safe
 * for several threads, and a point that was recorded stays recorded when the process is killed, if
 * they say that they are durable.
 */
public interface PointLedger {
  /** The value at point {@code index}, if it is known, exactly as it was recorded. */
  Optional<Evaluation> find(int index);

  void record(int index, Evaluation evaluation);
}
