package org.thalweg.app;

import java.util.Optional;
import org.thalweg.execution.PointLedger;
import org.thalweg.objective.Evaluation;

/** A part of a ledger that several grids share: point i of this one is point i + shift of it. */
record ShiftedLedger(PointLedger ledger, int shift) implements PointLedger {
  @Override
  public Optional<Evaluation> find(int index) {
    return ledger.find(index + shift);
  }

  @Override
  public void record(int index, Evaluation evaluation) {
    ledger.record(index + shift, evaluation);
  }
}
