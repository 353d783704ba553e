package org.thalweg.data;

import java.util.Arrays;
import java.util.Locale;

/** x ↦ (x − shift) / divisor, with one pair for each group of neighbouring positions of a row. */
final class Affine {
  /** Leaves everything as it is. */
  static final Affine IDENTITY = new Affine(new double[0], new double[0]);

  private static final int MOST_SHOWN = 4;

  private final double[] shift;
  private final double[] divisor;

  private Affine(double[] shift, double[] divisor) {
    this.shift = shift;
    this.divisor = divisor;
  }

  /**
   * What a rule of {@link Scaling} makes of rows.
   *
   * @param groups neighbouring positions are treated alike
   */
  static Affine fit(String rule, int groups, int count, int width, Rows rows) {
    int each = width / Math.max(1, groups);
    double[] sum = new double[groups];
    double[] least = new double[groups];
    double[] most = new double[groups];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int sample = 0; sample < count; sample++) {
      float[] row = rows.row(sample);
      for (int j = 0; j < width; j++) {
        int group = j / each;
        sum[group] += row[j];
        least[group] = Math.min(least[group], row[j]);
        most[group] = Math.max(most[group], row[j]);
      }
    }
    if (rule.equals("scale")) {
      double[] range = new double[groups];
      Arrays.setAll(range, group -> orOne(most[group] - least[group]));
      return new Affine(least, range);
    }
    double[] mean = new double[groups];
    double terms = (double) count * each;
    Arrays.setAll(mean, group -> least[group] == most[group] ? least[group] : sum[group] / terms);
    double[] squares = new double[groups];
    for (int sample = 0; sample < count; sample++) {
      float[] row = rows.row(sample);
      for (int j = 0; j < width; j++) {
        double deviation = row[j] - mean[j / each];
        squares[j / each] += deviation * deviation;
      }
    }
    double[] deviation = new double[groups];
    Arrays.setAll(deviation, group -> orOne(Math.sqrt(squares[group] / terms)));
    return new Affine(mean, deviation);
  }

  private static double orOne(double divisor) {
    return divisor > 0 ? divisor : 1;
  }

  /** Replaces {@code width} numbers by their scaled values. */
  void apply(float[] values, int offset, int width) {
    if (shift.length == 0) {
      return;
    }
    int each = width / shift.length;
    for (int j = 0; j < width; j++) {
      int group = j / each;
      values[offset + j] = (float) ((values[offset + j] - shift[group]) / divisor[group]);
    }
  }

  Targets.Reals of(Targets.Reals reals) {
    int width = shift.length;
    float[] values = new float[reals.count() * width];
    for (int i = 0; i < reals.count(); i++) {
      reals.copy(i, values, i * width);
      apply(values, i * width, width);
    }
    return new Targets.Reals(reals.shape(), values);
  }

  /** As a formula, for descriptions. */
  String words() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < Math.min(shift.length, MOST_SHOWN); i++) {
      words
          .append(i == 0 ? "" : ", ")
          .append(String.format(Locale.ROOT, "(y - %.9g) / %.9g", shift[i], divisor[i]));
    }
    return words + (shift.length > MOST_SHOWN ? ", …" : "");
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Rows {
    float[] row(int sample);
  }
}
