package org.thalweg.app.study;

import java.util.List;
import org.thalweg.app.request.AuditRequest;
import org.thalweg.app.request.ProbeScope;

/** Options of {@code thalweg audit}. */
final class AuditReader implements ProbeReader {
  @Override
  public AuditRequest read(ProbeScope scope, PlannedOptions options) {
    return new AuditRequest(
        scope,
        options.numbers("factor", AuditRequest.DEFAULT_FACTORS),
        options.number("spread", AuditRequest.DEFAULT_SPREAD),
        options.integer("directions", AuditRequest.DEFAULT_DIRECTIONS),
        options.texts("measure", List.of()));
  }
}
