package org.thalweg.probe.curvature;

import org.thalweg.linalg.Eigenpairs;
import org.thalweg.result.SpectrumResult;

/**
 * The numbers and, for those who want to walk along them, the eigenvectors behind them, in the same
 * order; closed by the caller.
 */
public record Spectrum(SpectrumResult result, Eigenpairs eigenpairs) implements AutoCloseable {
  @Override
  public void close() {
    eigenpairs.close();
  }
}
