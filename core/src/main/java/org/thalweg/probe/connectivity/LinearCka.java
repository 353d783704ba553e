package org.thalweg.probe.connectivity;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.LayerSimilarity;

/**
 * Linear centred kernel alignment between two sets of answers to the same N inputs, X (N × p) and Y
 * (N × q): HSIC(X, Y) / √(HSIC(X, X) HSIC(Y, Y)) with K = XXᵀ, L = YYᵀ.
 *
 * <p>Biased: HSIC ∝ ‖ỸᵀX̃‖²_F with centred columns. Debiased: the unbiased estimator of Song et al.
 * (2012), from Gram matrices without their diagonal,
 *
 * <p>HSIC₁ = [tr K̃L̃ + (1ᵀK̃1)(1ᵀL̃1)/((N − 1)(N − 2)) − 2/(N − 2) 1ᵀK̃L̃1] / (N(N − 3)).
 *
 * <p>Both are invariant under rotation and scaling of the answers. Neither forms an N × N matrix:
 * O(N p q) operations, O(p q) memory. NaN where an answer never varies.
 *
 * <p>Sources: Kornblith, Norouzi, Lee, Hinton (2019); Song, Smola, Gretton, Bedo, Borgwardt (2012).
 */
public final class LinearCka {
  private LinearCka() {}

  /**
   * Both estimates.
   *
   * @param x N rows of p answers
   * @param y N rows of q answers
   */
  public static LayerSimilarity compare(String layer, double[][] x, double[][] y) {
    if (x.length != y.length || x.length == 0) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("answers to the same inputs")
          .found(x.length + " and " + y.length + " answers")
          .next("compare networks on the same samples");
    }
    return new LayerSimilarity(layer, biased(x, y), debiased(x, y));
  }

  static double biased(double[][] x, double[][] y) {
    double[][] cx = centred(x);
    double[][] cy = centred(y);
    return crossSquare(cx, cy) / Math.sqrt(crossSquare(cx, cx) * crossSquare(cy, cy));
  }

  static double debiased(double[][] x, double[][] y) {
    if (x.length < 4) {
      return Double.NaN;
    }
    // HSIC₁ does not depend on an offset either; centring first keeps its digits.
    double[][] cx = centred(x);
    double[][] cy = centred(y);
    double product = unbiased(cx, cx) * unbiased(cy, cy);
    return product > 0 ? unbiased(cx, cy) / Math.sqrt(product) : Double.NaN;
  }

  /** N(N − 3) HSIC₁. */
  private static double unbiased(double[][] x, double[][] y) {
    int n = x.length;
    double[] rowsX = rowSums(x);
    double[] rowsY = rowSums(y);
    double trace = crossSquare(x, y);
    double sumX = 0;
    double sumY = 0;
    double both = 0;
    for (int i = 0; i < n; i++) {
      trace -= square(x[i]) * square(y[i]);
      sumX += rowsX[i];
      sumY += rowsY[i];
      both += rowsX[i] * rowsY[i];
    }
    return trace + sumX * sumY / ((n - 1.0) * (n - 2.0)) - 2.0 / (n - 2.0) * both;
  }

  /** K̃1: x_i·Σx − ‖x_i‖². */
  private static double[] rowSums(double[][] x) {
    double[] total = new double[x[0].length];
    for (double[] row : x) {
      for (int j = 0; j < total.length; j++) {
        total[j] += row[j];
      }
    }
    double[] sums = new double[x.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < total.length; j++) {
        sums[i] += x[i][j] * (total[j] - x[i][j]);
      }
    }
    return sums;
  }

  /** ‖XᵀY‖²_F = tr KL. */
  private static double crossSquare(double[][] x, double[][] y) {
    int p = x[0].length;
    int q = y[0].length;
    double[][] cross = new double[p][q];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < p; j++) {
        double factor = x[i][j];
        double[] row = cross[j];
        for (int k = 0; k < q; k++) {
          row[k] += factor * y[i][k];
        }
      }
    }
    double sum = 0;
    for (double[] row : cross) {
      sum += square(row);
    }
    return sum;
  }

  private static double square(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value * value;
    }
    return sum;
  }

  private static double[][] centred(double[][] x) {
    int p = x[0].length;
    double[] mean = new double[p];
    for (double[] row : x) {
      for (int j = 0; j < p; j++) {
        mean[j] += row[j] / x.length;
      }
    }
    double[][] centred = new double[x.length][p];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < p; j++) {
        centred[i][j] = x[i][j] - mean[j];
      }
    }
    return centred;
  }
}
