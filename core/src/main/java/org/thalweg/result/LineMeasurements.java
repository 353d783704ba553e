package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;

/** The shape of a curve around 0 as rows of a table. */
final class LineMeasurements {
  /** What the loss may rise by inside the basin: a tenth of a nat for cross-entropy. */
  static final double RISE = 0.1;

  private LineMeasurements() {}

  static List<Measurement> of(Values alpha, Values loss, Outcome outcome) {
    double centre = PolygonalCurve.around(alpha, loss).at(0);
    Roughness roughness = Roughness.of(alpha, loss);
    List<Measurement> all = new ArrayList<>();
    all.add(
        Measurement.exact(
            "asymmetry around θ, −1 to 1", Asymmetry.of(alpha, loss).value(), outcome));
    all.add(width("L(θ) + 0.1", BasinWidth.of(alpha, loss, centre + RISE), outcome));
    all.add(width("2·L(θ)", BasinWidth.of(alpha, loss, 2 * centre), outcome));
    all.add(
        Measurement.exact(
            "deviation from the nearest parabola, share of the range",
            roughness.residual(),
            outcome));
    all.add(
        Measurement.exact(
            "mean |second difference|, share of the range", roughness.secondDifference(), outcome));
    all.add(
        Measurement.exact(
            "rise of the loss at the ends of the line, mean",
            loss.size() == 0 ? Double.NaN : (loss.get(0) + loss.get(loss.size() - 1)) / 2 - centre,
            outcome));
    return all;
  }

  private static Measurement width(String level, BasinWidth basin, Outcome outcome) {
    return new Measurement(
        "basin width in α where the loss is at most " + level,
        basin.width(),
        basin.uncertainty(),
        basin.bounded() ? "grid spacing at both ends" : "at least: it reaches the end of the range",
        outcome);
  }
}
