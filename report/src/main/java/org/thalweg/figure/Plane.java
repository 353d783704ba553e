package org.thalweg.figure;

import java.util.List;
import java.util.OptionalInt;
import org.thalweg.result.Grid;
import org.thalweg.result.PlanePoint;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

/**
 * A field over the plane θ + αd₁ + βd₂, ready to be drawn.
 *
 * @param name what the field is, e.g. {@code "mean loss"}
 * @param field {@code field.get(i, j)} at (α_i, β_j)
 * @param marks named points to mark
 */
record Plane(
    String name,
    Values alpha,
    Values beta,
    Grid field,
    FieldScale scale,
    ColourMap map,
    String alphaName,
    String betaName,
    List<PlanePoint> marks) {

  static Plane ofLoss(SurfaceResult surface) {
    return of(
        "mean loss",
        surface.alpha(),
        surface.beta(),
        surface.directions(),
        surface.loss(),
        FieldScale.of(surface.loss()),
        ColourMap.VIRIDIS,
        surface.marks());
  }

  static Plane ofAccuracy(SurfaceResult surface) {
    return of(
        "accuracy (share of right answers)",
        surface.alpha(),
        surface.beta(),
        surface.directions(),
        surface.accuracy(),
        FieldScale.ofShares(),
        ColourMap.CIVIDIS,
        surface.marks());
  }

  static Plane of(
      String name,
      Values alpha,
      Values beta,
      List<String> directions,
      Grid field,
      FieldScale scale,
      ColourMap map,
      List<PlanePoint> marks) {
    return new Plane(
        name,
        alpha,
        beta,
        field,
        scale,
        map,
        axisName("α", "d₁", directions, 0),
        axisName("β", "d₂", directions, 1),
        marks);
  }

  private static String axisName(String step, String symbol, List<String> directions, int index) {
    String how = index < directions.size() ? ": " + directions.get(index) : "";
    return step + " (along " + symbol + how + ")";
  }

  String fieldName() {
    return scale.logarithmic() ? name + ", log scale" : name;
  }

  boolean isEmpty() {
    return field.values().stream().noneMatch(Double::isFinite);
  }

  boolean hasGaps() {
    return !field.values().stream().allMatch(Double::isFinite);
  }

  /** Row-major index of the lowest finite value. */
  OptionalInt lowest() {
    int lowest = -1;
    for (int k = 0; k < field.values().size(); k++) {
      double value = field.values().get(k);
      if (Double.isFinite(value) && (lowest < 0 || value < field.values().get(lowest))) {
        lowest = k;
      }
    }
    return lowest < 0 ? OptionalInt.empty() : OptionalInt.of(lowest);
  }

  /** α at a fractional index. */
  double alphaAt(double index) {
    return at(alpha, index);
  }

  /** β at a fractional index. */
  double betaAt(double index) {
    return at(beta, index);
  }

  private static double at(Values values, double index) {
    int below = (int) Math.floor(index);
    double weight = index - below;
    double start = values.get(below);
    return weight == 0 ? start : start + weight * (values.get(below + 1) - start);
  }
}
