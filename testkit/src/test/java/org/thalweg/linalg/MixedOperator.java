package org.thalweg.linalg;

import org.thalweg.random.RandomStream;

/**
 * A matrix with a given spectrum whose eigenvectors have no preferred coordinates: QΛQᵀ with Q a
 * product of layers of random plane rotations, as many as every coordinate needs to meet every
 * other. Each product costs O(d log d).
 */
final class MixedOperator implements LinearOperator {
  private final double[] spectrum;
  private final VectorSpace space;
  private final int[][] order;
  private final double[][] cosine;
  private final double[][] sine;

  MixedOperator(double[] spectrum, long seed, VectorSpace space) {
    this.spectrum = spectrum.clone();
    this.space = space;
    int d = spectrum.length;
    int layers = 2 * (32 - Integer.numberOfLeadingZeros(d));
    order = new int[layers][];
    cosine = new double[layers][d / 2];
    sine = new double[layers][d / 2];
    for (int k = 0; k < layers; k++) {
      RandomStream random = RandomStream.of(seed, "rotations", k);
      order[k] = random.permutation(d);
      for (int i = 0; i < d / 2; i++) {
        double angle = 2 * Math.PI * random.uniform();
        cosine[k][i] = Math.cos(angle);
        sine[k][i] = Math.sin(angle);
      }
    }
  }

  MixedOperator(double[] spectrum, long seed) {
    this(spectrum, seed, ArraySpace.of(spectrum.length));
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public void apply(Vector x, Vector y) {
    double[] values = x.toArray();
    for (int k = 0; k < order.length; k++) {
      rotate(values, k, 1);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] *= spectrum[i];
    }
    for (int k = order.length - 1; k >= 0; k--) {
      rotate(values, k, -1);
    }
    y.set(values);
  }

  private void rotate(double[] x, int layer, int sign) {
    for (int i = 0; i < cosine[layer].length; i++) {
      int a = order[layer][2 * i];
      int b = order[layer][2 * i + 1];
      double c = cosine[layer][i];
      double s = sign * sine[layer][i];
      double first = x[a];
      x[a] = c * first - s * x[b];
      x[b] = s * first + c * x[b];
    }
  }
}
