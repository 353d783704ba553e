package org.thalweg.probe.sharpness;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.random.RandomStream;

/**
 * δ = A(c ⊙ u) with p random orthonormal columns A, so that A⁺ = Aᵀ, and cᵢ = |(Aᵀθ)ᵢ| + 1.
 *
 * <p>Memory: p vectors. The columns are Gaussian vectors of the streams (seed, {@code "sharpness
 * subspace"}, i), orthonormalised in this order.
 */
final class RandomSubspace implements Displacement {
  private final List<Vector> columns;
  private final double[] scale;

  private RandomSubspace(List<Vector> columns, double[] scale) {
    this.columns = columns;
    this.scale = scale;
  }

  /** p columns, fewer if there are fewer parameters. */
  static RandomSubspace of(Vector theta, int p, long seed) {
    int d = theta.dimension();
    int dimension = Math.min(p, d);
    requireMemory(dimension, d);
    List<Vector> columns = new ArrayList<>(dimension);
    try {
      for (int i = 0; i < dimension; i++) {
        Vector column =
            theta.space().of(RandomStream.of(seed, "sharpness subspace", i).gaussians(d));
        columns.add(column);
        orthonormalise(column, columns.subList(0, i));
      }
    } catch (RuntimeException | Error e) {
      columns.forEach(Vector::close);
      throw e;
    }
    double[] scale = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      scale[i] = Math.abs(columns.get(i).dot(theta)) + 1;
    }
    return new RandomSubspace(columns, scale);
  }

  /** Gram and Schmidt, twice, so that little is left after cancellation. */
  private static void orthonormalise(Vector x, List<Vector> basis) {
    for (int pass = 0; pass < 2; pass++) {
      basis.forEach(column -> x.axpy(-column.dot(x), column));
      x.scale(1 / x.norm());
    }
  }

  @Override
  public int dimension() {
    return scale.length;
  }

  @Override
  public double[] pullBack(Vector gradient) {
    double[] slope = new double[scale.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = scale[i] * columns.get(i).dot(gradient);
    }
    return slope;
  }

  @Override
  public Points points(Vector theta, List<double[]> coordinates) {
    List<double[]> coefficients = new ArrayList<>(coordinates.size());
    for (double[] u : coordinates) {
      double[] c = u.clone();
      for (int i = 0; i < c.length; i++) {
        c[i] *= scale[i];
      }
      coefficients.add(c);
    }
    return new Points(new AffineSubspace(theta, columns), coefficients, List.of());
  }

  @Override
  public int block(VectorSpace space) {
    return Integer.MAX_VALUE;
  }

  @Override
  public void close() {
    columns.forEach(Vector::close);
  }

  private static void requireMemory(int p, int d) {
    long needed = 8L * p * d;
    long most = 4L << 30;
    if (needed > most) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a subspace of at most " + (most >> 30) + " GiB")
          .found(p + " directions of " + d + " parameters")
          .next("choose fewer dimensions of the subspace");
    }
  }
}
