package org.thalweg.app.request;

/**
 * What every probe is told besides its own options: which model is measured over which samples, how
 * the work is carried out, and where the results go.
 *
 * @param model what to look at
 * @param sampling over which samples
 * @param execution seed, workers, precision
 * @param destination where the results go
 */
public record ProbeScope(
    ModelReference model, Sampling sampling, Execution execution, Destination destination) {
  /** With every default. */
  public static ProbeScope of(ModelReference model) {
    return new ProbeScope(model, Sampling.DEFAULT, Execution.DEFAULT, Destination.DEFAULT);
  }
}
