package org.thalweg.linalg;

/** How a trace is estimated from products with random vectors. */
public enum TraceMethod {
  /**
   * The mean of zᵀAz. Error ∝ ‖A‖_F/√n, whatever the spectrum; one product for each probe
   * (Hutchinson 1989).
   */
  HUTCHINSON("Hutchinson"),
  /**
   * The trace on a random sketch of the dominant subspace exactly, and Hutchinson's mean on its
   * complement. Two products for each vector of the sketch, one for each probe; far fewer than
   * Hutchinson where few eigenvalues dominate (Meyer, Musco, Musco, Woodruff 2021).
   */
  HUTCH_PLUS_PLUS("Hutch++"),
  /**
   * The mean over all splits into one probe and a sketch by the others. Two products for each
   * probe; the most accurate for a given number of products where eigenvalues decay, at the price
   * of memory for all of them (Epperly, Tropp, Webber 2024).
   */
  XTRACE("XTrace");

  private final String text;

  TraceMethod(String text) {
    this.text = text;
  }

  /** The name in files and reports. */
  public String text() {
    return text;
  }
}
