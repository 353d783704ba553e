package org.thalweg.app.request;

/**
 * Every probe that applies to a model, and one report.
 *
 * @param model what to look at
 * @param full finer grids and more eigenvalues
 * @param sampling over which samples
 * @param execution seed, workers, precision
 * @param destination where results and report go
 */
public record AnalyzeRequest(
    ModelReference model,
    boolean full,
    Sampling sampling,
    Execution execution,
    Destination destination) {
  /** The usual analysis. */
  public static AnalyzeRequest of(ModelReference model) {
    return new AnalyzeRequest(
        model, false, Sampling.DEFAULT, Execution.DEFAULT, Destination.DEFAULT);
  }
}
