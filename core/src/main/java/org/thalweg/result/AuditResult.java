package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;

/**
 * Which measures keep their value when the weights are rescaled and the function of the network is
 * not.
 *
 * @param rows measure by measure, each under every rescaling
 * @param outcome cancelled if rows are missing, non-finite if a value is
 */
public record AuditResult(List<AuditRow> rows, Outcome outcome, Cost cost) implements ProbeResult {
  public AuditResult {
    rows = List.copyOf(rows);
  }

  @Override
  public String probe() {
    return "audit";
  }

  /** The names of the measures, in order. */
  public List<String> measures() {
    return rows.stream().map(AuditRow::measure).distinct().toList();
  }

  /** The names of the rescalings, in order. */
  public List<String> rescalings() {
    return rows.stream().map(AuditRow::rescaling).distinct().toList();
  }

  /** How many rows ended in this way. */
  public int count(AuditVerdict verdict) {
    return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  @Override
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    for (AuditVerdict verdict : AuditVerdict.values()) {
      all.add(Measurement.exact("values that " + phrase(verdict), count(verdict), outcome));
    }
    rows.forEach(row -> all.add(row.measurement(outcome)));
    return all;
  }

  private static String phrase(AuditVerdict verdict) {
    return verdict == AuditVerdict.MISSING ? "were not measured" : verdict.text();
  }
}
