package org.thalweg.probe.curvature;

/** How eigenvalues at the ends of a spectrum are found. */
public enum EigenvalueMethod {
  /** See {@link org.thalweg.linalg.Lanczos}: the default. */
  LANCZOS("thick-restart Lanczos"),
  /** See {@link org.thalweg.linalg.PowerIteration}: for comparison with other software. */
  POWER("power iteration with deflation");

  private final String text;

  EigenvalueMethod(String text) {
    this.text = text;
  }

  /** The words in files and reports. */
  public String text() {
    return text;
  }
}
