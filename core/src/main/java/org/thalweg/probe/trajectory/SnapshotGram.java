package org.thalweg.probe.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The n × n matrix of scalar products of the differences θ_i − θ_T. It holds all that principal
 * components need to know of d parameters: the eigenvectors of XXᵀ are combinations of the rows of
 * X that give those of XᵀX.
 *
 * <p>Costs n²d/2 multiplications. Memory: as many snapshots as fit into a quarter of the heap (at
 * least one) and two more; each block of them is met by every later snapshot, read from disk.
 */
final class SnapshotGram {
  /** Share of the heap that a block of snapshots may take. */
  private static final int SHARE = 4;

  private final double[][] products;

  private SnapshotGram(double[][] products) {
    this.products = products;
  }

  static SnapshotGram of(Snapshots snapshots, BooleanSupplier cancelled) {
    long rowBytes = 8L * snapshots.dimension();
    long fitting = Runtime.getRuntime().maxMemory() / SHARE / rowBytes;
    int block = (int) Math.max(1, Math.min(snapshots.count(), fitting));
    return of(snapshots, block, cancelled);
  }

  /**
   * With this many snapshots in memory at a time.
   *
   * @throws ThalwegException {@code CANCELLED}
   */
  static SnapshotGram of(Snapshots snapshots, int block, BooleanSupplier cancelled) {
    int n = snapshots.count();
    double[] last = new double[snapshots.dimension()];
    snapshots.read(n - 1, last);
    double[][] products = new double[n][n];
    double[] row = new double[last.length];
    for (int from = 0; from < n; from += block) {
      int to = Math.min(n, from + block);
      List<double[]> held = new ArrayList<>();
      for (int i = from; i < to; i++) {
        requireNotCancelled(cancelled);
        double[] difference = new double[last.length];
        difference(snapshots, i, last, difference);
        held.add(difference);
        for (int j = 0; j < held.size(); j++) {
          products[from + j][i] = dot(held.get(j), difference);
        }
      }
      for (int i = to; i < n; i++) {
        requireNotCancelled(cancelled);
        difference(snapshots, i, last, row);
        for (int j = 0; j < held.size(); j++) {
          products[from + j][i] = dot(held.get(j), row);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        products[i][j] = products[j][i];
      }
    }
    return new SnapshotGram(products);
  }

  static void requireNotCancelled(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw ThalwegException.of(ErrorCode.CANCELLED)
          .expected("all snapshots to be read")
          .found("a request to stop")
          .next("run the same command again");
    }
  }

  private static void difference(Snapshots snapshots, int i, double[] last, double[] target) {
    snapshots.read(i, target);
    for (int k = 0; k < target.length; k++) {
      target[k] -= last[k];
    }
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  /** Eigenvalues and eigenvectors of the matrix of one reading, in descending order. */
  Axes axes(Decomposition reading) {
    int m = reading.rows(products.length);
    double[][] matrix = new double[m][m];
    double[] means = new double[m];
    double mean = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        means[i] += products[i][j] / m;
      }
      mean += means[i] / m;
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double centring = reading.centred() ? means[i] + means[j] - mean : 0;
        matrix[i][j] = products[i][j] - centring;
      }
    }
    RealMatrix symmetric = new Array2DRowRealMatrix(matrix, false);
    double size = symmetric.getNormInfty();
    if (size == 0) {
      return new Axes(new double[m], new Array2DRowRealMatrix(m, m));
    }
    var eigen = new EigenDecompositionSymmetric(symmetric.scalarMultiply(1 / size));
    double[] sigma = new double[m];
    for (int k = 0; k < m; k++) {
      // Rounding may leave a tiny negative number where there is no variance.
      sigma[k] = Math.sqrt(Math.max(0, size * eigen.getEigenvalue(k)));
    }
    return new Axes(sigma, eigen.getV());
  }

  /**
   * Of one reading.
   *
   * @param sigma singular values in descending order
   * @param combinations column k: weights of the rows that make component k
   */
  @SuppressWarnings("ArrayRecordComponent") // inside this package, never compared
  record Axes(double[] sigma, RealMatrix combinations) {}
}
