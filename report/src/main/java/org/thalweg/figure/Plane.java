package org.thalweg.figure;

import java.util.OptionalInt;
import org.thalweg.result.Grid;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

/**
 * A field over the plane θ + αd₁ + βd₂, ready to be drawn.
 *
 * @param name what the field is, e.g. {@code "mean loss"}
 * @param field {@code field.get(i, j)} at (α_i, β_j)
 */
record Plane(
    String name,
    Values alpha,
    Values beta,
    Grid field,
    FieldScale scale,
    ColourMap map,
    String alphaName,
    String betaName) {

  static Plane ofLoss(SurfaceResult surface) {
    return of(
        "mean loss", surface, surface.loss(), FieldScale.of(surface.loss()), ColourMap.VIRIDIS);
  }

  static Plane ofAccuracy(SurfaceResult surface) {
    return of(
        "accuracy (share of right answers)",
        surface,
        surface.accuracy(),
        FieldScale.ofShares(),
        ColourMap.CIVIDIS);
  }

  private static Plane of(
      String name, SurfaceResult surface, Grid field, FieldScale scale, ColourMap map) {
    return new Plane(
        name,
        surface.alpha(),
        surface.beta(),
        field,
        scale,
        map,
        axisName("α", "d₁", surface, 0),
        axisName("β", "d₂", surface, 1));
  }

  private static String axisName(String step, String symbol, SurfaceResult surface, int index) {
    boolean described = index < surface.directions().size();
    String how = described ? ": " + surface.directions().get(index) : "";
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
