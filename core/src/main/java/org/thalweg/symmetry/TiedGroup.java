package org.thalweg.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.execution.Cancellation;
import org.thalweg.linalg.LinearAssignment;

/**
 * Matching the units of one group where some tensors carry it on two axes: a quadratic assignment
 * problem, max over permutation matrices P of ⟨L, P⟩ + Σₛ ⟨Aₛ, P Bₛ Pᵀ⟩.
 *
 * <p>Solved approximately by Frank–Wolfe steps with exact line search over doubly stochastic
 * matrices, from their centre, and projection of the end point (Vogelstein et al. 2015, "FAQ").
 * Each step costs one linear assignment and four n³ products for each slice s.
 *
 * @param linear L: gains of the tensors that carry the group once
 * @param reference Aₛ, the slices of the tensors of the one network
 * @param moving Bₛ, of the other
 */
record TiedGroup(RealMatrix linear, List<RealMatrix> reference, List<RealMatrix> moving) {
  private static final int STEPS = 30;
  private static final double SETTLED = 1e-6;

  static TiedGroup of(List<UnitPlace> places, int units, double[] a, double[] b) {
    double[][] linear = new double[units][units];
    List<RealMatrix> reference = new ArrayList<>();
    List<RealMatrix> moving = new ArrayList<>();
    for (UnitPlace place : places) {
      List<UnitPlace> others =
          places.stream().filter(p -> p.sameTensor(place) && !p.equals(place)).toList();
      if (others.isEmpty()) {
        place.addGains(a, b, linear);
      }
      for (UnitPlace other : others) {
        if (place.outer() < other.outer()) {
          reference.addAll(slices(place, other, a));
          moving.addAll(slices(place, other, b));
        }
      }
    }
    return new TiedGroup(MatrixUtils.createRealMatrix(linear), reference, moving);
  }

  /** One matrix, units × units, for each position of the tensor's other axes. */
  private static List<RealMatrix> slices(UnitPlace rows, UnitPlace columns, double[] theta) {
    int n = rows.units();
    int between = rows.inner() / (n * columns.inner());
    List<RealMatrix> slices = new ArrayList<>();
    for (int outer = 0; outer < rows.outer(); outer++) {
      for (int middle = 0; middle < between; middle++) {
        for (int inner = 0; inner < columns.inner(); inner++) {
          double[][] values = new double[n][n];
          for (int i = 0; i < n; i++) {
            int row = (outer * n + i) * between + middle;
            for (int j = 0; j < n; j++) {
              values[i][j] = theta[columns.start(row, j) + inner];
            }
          }
          slices.add(MatrixUtils.createRealMatrix(values));
        }
      }
    }
    return slices;
  }

  /** Whether there is more to it than a linear assignment. */
  boolean isQuadratic() {
    return !reference.isEmpty();
  }

  /** The permutation that the relaxation leads to; not necessarily an improvement. */
  Permutation relaxed(Cancellation cancellation) {
    int n = linear.getRowDimension();
    RealMatrix point = MatrixUtils.createRealMatrix(n, n).scalarAdd(1.0 / n);
    RealMatrix slope = slope(point);
    for (int step = 0; step < STEPS && !cancellation.requested(); step++) {
      RealMatrix gradient = linear.add(slope);
      RealMatrix vertex = matrix(LinearAssignment.maximize(gradient.getData()).columns());
      RealMatrix direction = vertex.subtract(point);
      RealMatrix change = slope(direction);
      double length = lineSearch(inner(gradient, direction), inner(change, direction) / 2);
      point = point.add(direction.scalarMultiply(length));
      slope = slope.add(change.scalarMultiply(length));
      if (length * direction.getFrobeniusNorm() < SETTLED * n) {
        break;
      }
    }
    return Permutation.of(LinearAssignment.maximize(point.getData()).columns());
  }

  /** Gradient of the quadratic part, Σ A P Bᵀ + Aᵀ P B; linear in P. */
  private RealMatrix slope(RealMatrix p) {
    RealMatrix sum = MatrixUtils.createRealMatrix(p.getRowDimension(), p.getColumnDimension());
    for (int s = 0; s < reference.size(); s++) {
      RealMatrix a = reference.get(s);
      RealMatrix b = moving.get(s);
      sum = sum.add(a.multiply(p.multiplyTransposed(b))).add(a.transposeMultiply(p.multiply(b)));
    }
    return sum;
  }

  /** Where slope·α + curvature·α² is largest on [0, 1]. */
  private static double lineSearch(double slope, double curvature) {
    return curvature < 0 ? Math.min(1, Math.max(0, -slope / (2 * curvature))) : 1;
  }

  private static double inner(RealMatrix x, RealMatrix y) {
    double sum = 0;
    for (int i = 0; i < x.getRowDimension(); i++) {
      for (int j = 0; j < x.getColumnDimension(); j++) {
        sum += x.getEntry(i, j) * y.getEntry(i, j);
      }
    }
    return sum;
  }

  private static RealMatrix matrix(int[] columns) {
    RealMatrix matrix = MatrixUtils.createRealMatrix(columns.length, columns.length);
    for (int i = 0; i < columns.length; i++) {
      matrix.setEntry(i, columns[i], 1);
    }
    return matrix;
  }
}
