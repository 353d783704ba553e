package org.thalweg.probe.trajectory;

/**
 * Which differences of snapshots are decomposed. The papers do not agree, and the shares of
 * variance differ a little: a result names its reading.
 */
public enum Decomposition {
  /**
   * θ_t − mean of all snapshots, the last one included: principal components in the sense of
   * statistics, and what the code of Li et al. (2018) computes.
   */
  CENTRED("all snapshots, mean-centred"),
  /**
   * θ_t − mean over t &lt; T: the matrix that Li et al. (2018) write down, which has no row for
   * θ_T.
   */
  CENTRED_WITHOUT_LAST("without the last snapshot, mean-centred"),
  /**
   * θ_t − θ_T, not centred: the directions in which the snapshots lie as seen from the end. The
   * first one points from the end towards the bulk of the path.
   */
  FROM_LAST("differences from the last snapshot, not centred");

  private final String text;

  Decomposition(String text) {
    this.text = text;
  }

  /** In words, as results carry it. */
  public String text() {
    return text;
  }

  /** How many of n snapshots have a row. */
  int rows(int n) {
    return this == CENTRED_WITHOUT_LAST ? n - 1 : n;
  }

  boolean centred() {
    return this != FROM_LAST;
  }
}
