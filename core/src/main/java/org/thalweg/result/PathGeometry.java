package org.thalweg.result;

/**
 * Lengths and turns of a path of snapshots θ_0 … θ_T; one entry for each snapshot, in units of the
 * parameters (2-norm).
 *
 * @param stepLength ‖θ_t − θ_{t−1}‖; NaN for the first
 * @param turn cosine between the step into a snapshot and the step out of it: 1 straight on, −1
 *     back again; NaN at both ends and beside a step of length 0
 * @param fromStart ‖θ_t − θ_0‖
 * @param fromEnd ‖θ_t − θ_T‖
 */
public record PathGeometry(Values stepLength, Values turn, Values fromStart, Values fromEnd) {
  /** Σ of the steps: a lower bound of the length of the real path, which has steps in between. */
  public double length() {
    return stepLength.stream().filter(Double::isFinite).sum();
  }

  /** Distance between the ends over the length: 1 for a straight path; NaN if nothing moved. */
  public double straightness() {
    return fromEnd.get(0) / length();
  }

  /** Mean of the turns that exist; NaN if there is none. */
  public double meanTurn() {
    return turn.stream().filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
