package org.thalweg.app.request;

import java.util.List;
import org.thalweg.linalg.Precision;

/**
 * Which measures notice rescaled weights. An audit always computes in float64, whatever the scope
 * says: in float32 the rounding of small losses would look like a change.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param factors by which the first rescalable layer is multiplied, one rescaling each
 * @param spread σ of the log-normal factors of single units; 0 for none
 * @param directions random directions for traces and slice curvatures
 * @param measures names of sharpness measures; empty for the usual ones
 */
public record AuditRequest(
    ProbeScope scope, List<Double> factors, double spread, int directions, List<String> measures)
    implements ProbeRequest {
  public static final List<Double> DEFAULT_FACTORS = List.of(2.0, 10.0);
  public static final double DEFAULT_SPREAD = 1;
  public static final int DEFAULT_DIRECTIONS = 20;
  private static final double LARGEST = 1e6;

  public AuditRequest {
    factors = List.copyOf(factors);
    measures = List.copyOf(measures);
    for (double factor : factors) {
      Checks.require(
          factor >= 1 / LARGEST && factor <= LARGEST,
          "--factor",
          "numbers from 1e-6 to 1e6",
          Double.toString(factor));
    }
    Checks.require(
        spread >= 0 && spread <= 10, "--spread", "a number from 0 to 10", Double.toString(spread));
    Checks.require(
        !factors.isEmpty() || spread > 0, "--factor and --spread", "at least one of them", "none");
    Checks.between("--directions", 2, 1_000_000, directions);
    Execution execution = scope.execution();
    scope =
        new ProbeScope(
            scope.model(),
            scope.sampling(),
            new Execution(execution.seed(), execution.workers(), Precision.FLOAT64),
            scope.destination());
  }

  /** With every default. */
  public static AuditRequest of(ProbeScope scope) {
    return new AuditRequest(scope, DEFAULT_FACTORS, DEFAULT_SPREAD, DEFAULT_DIRECTIONS, List.of());
  }
}
