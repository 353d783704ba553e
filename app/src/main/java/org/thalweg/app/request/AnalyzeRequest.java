package org.thalweg.app.request;

/**
 * Every probe that applies to a model, and one report.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param full finer grids and more eigenvalues
 */
public record AnalyzeRequest(ProbeScope scope, boolean full) {
  /** The usual analysis. */
  public static AnalyzeRequest of(ProbeScope scope) {
    return new AnalyzeRequest(scope, false);
  }
}
