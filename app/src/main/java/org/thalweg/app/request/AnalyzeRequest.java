package org.thalweg.app.request;

import java.util.OptionalDouble;

/**
 * Every probe that applies to a model, and one report.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param full everything rather than the usual four; finer grids and more eigenvalues
 * @param budget seconds after which nothing is begun that would not end within them; empty: no
 *     limit
 */
public record AnalyzeRequest(ProbeScope scope, boolean full, OptionalDouble budget) {
  /** Seconds for a full analysis when nothing else is said. */
  public static final double FULL_BUDGET = 300;

  public AnalyzeRequest {
    budget.ifPresent(seconds -> Checks.positive("--budget", seconds));
  }

  /** The usual analysis. */
  public static AnalyzeRequest of(ProbeScope scope) {
    return new AnalyzeRequest(scope, false, OptionalDouble.empty());
  }
}
