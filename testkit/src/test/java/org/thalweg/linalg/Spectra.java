package org.thalweg.linalg;

import java.util.Arrays;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Quadratic;
import org.thalweg.random.RandomStream;

/** Spectra with a known answer, and randomly rotated matrices that have them. */
final class Spectra {
  private Spectra() {}

  /** The given values and, up to dimension d, a bulk uniform in (−width, width). */
  static double[] withBulk(int d, double width, long seed, double... values) {
    double[] spectrum = Arrays.copyOf(values, d);
    RandomStream random = RandomStream.of(seed, "bulk");
    for (int i = values.length; i < d; i++) {
      spectrum[i] = width * (2 * random.uniform() - 1);
    }
    return spectrum;
  }

  /** A randomly oriented matrix with this spectrum. */
  static LinearOperator rotated(double[] spectrum, long seed, Precision precision) {
    try (Vector zero = new ArraySpace(spectrum.length, precision).zeros()) {
      return FunctionObjective.of(
              Quadratic.withSpectrum(spectrum, seed), new double[spectrum.length], precision)
          .hessian(zero);
    }
  }

  static double[] top(double[] spectrum, int k) {
    double[] sorted = spectrum.clone();
    Arrays.sort(sorted);
    double[] top = new double[k];
    for (int i = 0; i < k; i++) {
      top[i] = sorted[sorted.length - 1 - i];
    }
    return top;
  }

  static double[] bottom(double[] spectrum, int k) {
    double[] sorted = spectrum.clone();
    Arrays.sort(sorted);
    return Arrays.copyOf(sorted, k);
  }
}
