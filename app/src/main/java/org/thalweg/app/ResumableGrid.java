package org.thalweg.app;

import java.util.function.Function;
import org.thalweg.execution.PointLedger;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.store.PendingResult;
import org.thalweg.store.StoredResult;

/**
 * A probe of many points over a ledger in the run folder: what a killed process had done is kept.
 */
final class ResumableGrid {
  private ResumableGrid() {}

  /**
   * Runs the probe with the points that an earlier, interrupted run of the same work left; stores
   * the result unless it was cancelled.
   */
  static Measured run(
      ProbeSession session,
      Provenance provenance,
      Function<PointLedger, ? extends ProbeResult> probe) {
    return session.knownOr(provenance, () -> measure(session, provenance, probe));
  }

  private static Measured measure(
      ProbeSession session,
      Provenance provenance,
      Function<PointLedger, ? extends ProbeResult> probe) {
    PendingResult pending = session.run().resume(provenance.command(), Fingerprint.of(provenance));
    try (var ledger = pending.ledger()) {
      ProbeResult result = probe.apply(ledger);
      if (result.outcome() != Outcome.CANCELLED) {
        session.run().store(pending, result, provenance);
      }
      return new Measured(session.run().path(), new StoredResult(pending.id(), result, provenance));
    }
  }
}
