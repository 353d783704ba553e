package org.thalweg.execution;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.thalweg.objective.Evaluation;

/**
 * Some points of a ledger under other numbers: point {@code i} here is point {@code
 * numbers.applyAsInt(i)} there. So one ledger serves a probe that works in several steps.
 */
public record SelectedPoints(PointLedger ledger, IntUnaryOperator numbers) implements PointLedger {
  @Override
  public Optional<Evaluation> find(int index) {
    return ledger.find(numbers.applyAsInt(index));
  }

  @Override
  public void record(int index, Evaluation evaluation) {
    ledger.record(numbers.applyAsInt(index), evaluation);
  }
}
