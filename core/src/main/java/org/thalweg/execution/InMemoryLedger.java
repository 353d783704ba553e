package org.thalweg.execution;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.thalweg.objective.Evaluation;

/** A ledger that forgets everything when the process ends. */
public final class InMemoryLedger implements PointLedger {
  private final Map<Integer, Evaluation> evaluations = new ConcurrentHashMap<>();

  @Override
  public Optional<Evaluation> find(int index) {
    return Optional.ofNullable(evaluations.get(index));
  }

  @Override
  public void record(int index, Evaluation evaluation) {
    evaluations.put(index, evaluation);
  }

  /** The number of points recorded. */
  public int size() {
    return evaluations.size();
  }
}
