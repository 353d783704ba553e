package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Eigenvalue;

/** The axis of a spectrum: it contains zero and every residual bar. */
final class EigenvalueAxis {
  private static final double RATIO_FOR_LOGARITHM = 100;

  private static final double MOST_SPAN = 1e8;

  private EigenvalueAxis() {}

  static Axis of(List<Eigenvalue> eigenvalues) {
    double low = 0;
    double high = 0;
    List<Double> magnitudes = new ArrayList<>();
    for (Eigenvalue eigenvalue : eigenvalues) {
      double value = eigenvalue.value();
      if (Double.isFinite(value)) {
        double residual = Double.isFinite(eigenvalue.residual()) ? eigenvalue.residual() : 0;
        low = Math.min(low, value - residual);
        high = Math.max(high, value + residual);
        if (value != 0) {
          magnitudes.add(Math.abs(value));
        }
      }
    }
    if (low == 0 && high == 0) {
      return new Axis("eigenvalue λ", new LinearScale(), -1, 1);
    }
    double smallest = magnitudes.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double largest = magnitudes.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    if (largest / smallest < RATIO_FOR_LOGARITHM) {
      double air = 0.1 * (high - low);
      return new Axis(
          "eigenvalue λ", new LinearScale(), low < 0 ? low - air : low, high > 0 ? high + air : 0);
    }
    double threshold =
        Math.pow(10, Math.floor(Math.log10(Math.max(smallest, largest / MOST_SPAN))));
    var scale = new SymmetricLogarithmicScale(threshold);
    String name = "eigenvalue λ (symmetric log scale, linear below " + text(threshold) + ")";
    return new Axis(name, scale, low < 0 ? 3 * low : 0, high > 0 ? 3 * high : 0);
  }

  private static String text(double threshold) {
    return NumberText.of(threshold, 2);
  }
}
