package org.thalweg.probe.trajectory;

import java.util.Optional;
import org.thalweg.execution.PointLedger;
import org.thalweg.objective.Evaluation;

/** A stretch of a ledger that begins at point {@code first}: several plans share one ledger. */
record LedgerPart(PointLedger whole, int first) implements PointLedger {
  @Override
  public Optional<Evaluation> find(int index) {
    return whole.find(first + index);
  }

  @Override
  public void record(int index, Evaluation evaluation) {
    whole.record(first + index, evaluation);
  }
}
