package org.thalweg.objective;

import java.util.Arrays;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The inputs of a regression: N samples with p features each. */
final class DesignMatrix {
  private final double[][] rows;

  DesignMatrix(double[][] rows) {
    this.rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    if (rows.length == 0 || rows[0].length == 0) {
      throw mismatch("at least one sample with at least one feature", "none");
    }
    for (double[] row : rows) {
      if (row.length != rows[0].length) {
        throw mismatch(rows[0].length + " features in every sample", row.length + " features");
      }
    }
  }

  int samples() {
    return rows.length;
  }

  int features() {
    return rows[0].length;
  }

  void requireTargets(int count) {
    if (count != samples()) {
      throw mismatch(samples() + " targets, one for each sample", count + " targets");
    }
  }

  void requireLabels(int[] labels, int classes) {
    requireTargets(labels.length);
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw mismatch("labels from 0 to " + (classes - 1), "label " + label);
      }
    }
  }

  /** These rows, in this order. */
  DesignMatrix select(int[] samples) {
    SampleIndices.require(samples, samples());
    return new DesignMatrix(Arrays.stream(samples).mapToObj(n -> rows[n]).toArray(double[][]::new));
  }

  static int[] selectLabels(int[] labels, int[] samples) {
    return Arrays.stream(samples).map(n -> labels[n]).toArray();
  }

  /** ‖xₙ‖². */
  double squaredNorm(int n) {
    double sum = 0;
    for (double value : rows[n]) {
      sum += value * value;
    }
    return sum;
  }

  /** xₙ·w, w starting at {@code offset}. */
  double dot(int n, double[] w, int offset) {
    double sum = 0;
    for (int j = 0; j < features(); j++) {
      sum += rows[n][j] * w[offset + j];
    }
    return sum;
  }

  /** target[offset …] += a·xₙ. */
  void addTo(double[] target, int offset, double a, int n) {
    for (int j = 0; j < features(); j++) {
      target[offset + j] += a * rows[n][j];
    }
  }

  private static ThalwegException mismatch(String expected, String found) {
    return ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
        .expected(expected)
        .found(found)
        .next("make inputs and targets fit");
  }
}
