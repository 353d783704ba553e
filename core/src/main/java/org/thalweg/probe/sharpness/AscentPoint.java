package org.thalweg.probe.sharpness;

/** A point of an ascent: u, the loss there, and its slope in the coordinates u. Only to be read. */
final class AscentPoint {
  private final double[] u;
  private final double loss;
  private final double[] slope;

  AscentPoint(double[] u, double loss, double[] slope) {
    this.u = u;
    this.loss = loss;
    this.slope = slope;
  }

  double[] u() {
    return u;
  }

  double loss() {
    return loss;
  }

  double[] slope() {
    return slope;
  }
}
