package org.thalweg.result;

/**
 * One measure before and after one rescaling that leaves the network's function as it is.
 *
 * @param measure its name
 * @param invariance what theory says of it
 * @param rescaling which one, e.g. {@code "hidden 1 × 10"}
 * @param unitwise whether units of one layer had different factors
 * @param before at θ; NaN where it is missing
 * @param after at the rescaled θ; NaN where it is missing
 * @param tolerance the largest change that counts as none: three times the uncertainties of the two
 *     computations combined, and rounding. The data and all random draws are the same before and
 *     after, so their uncertainty is no part of it
 * @param reason why a value is missing; else empty
 */
public record AuditRow(
    String measure,
    Invariance invariance,
    String rescaling,
    boolean unitwise,
    double before,
    double after,
    double tolerance,
    String reason) {
  /** after / before: 1 where nothing moved; NaN where a value is missing or both are 0. */
  public double ratio() {
    return after / before;
  }

  /** Whether the change is larger than what may be uncertainty. */
  public boolean moved() {
    return Math.abs(after - before) > tolerance;
  }

  public AuditVerdict verdict() {
    if (!Double.isFinite(before) || !Double.isFinite(after)) {
      return AuditVerdict.MISSING;
    }
    if (invariance.covers(unitwise)) {
      return moved() ? AuditVerdict.VIOLATED : AuditVerdict.STAYED;
    }
    return moved() ? AuditVerdict.MOVED : AuditVerdict.UNSEEN;
  }

  Measurement measurement(Outcome outcome) {
    return new Measurement(
        measure + ", after / before (" + rescaling + ")",
        ratio(),
        tolerance / Math.abs(before),
        "residuals and rounding",
        outcome);
  }
}
