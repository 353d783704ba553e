package org.thalweg.probe.sharpness;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.SmoothFunction;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/** L(W₁, W₂) = ½‖W₂W₁ − T‖²: the Hessian with respect to W₂ is I ⊗ W₁W₁ᵀ. */
record LinearNetwork(RealMatrix target, int hidden) implements SmoothFunction {
  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder()
        .add("first.weight", ParameterKind.WEIGHT, hidden, target.getColumnDimension())
        .add("second.weight", ParameterKind.WEIGHT, target.getRowDimension(), hidden)
        .build();
  }

  RealMatrix first(double[] theta) {
    return matrix(theta, 0, hidden, target.getColumnDimension());
  }

  RealMatrix second(double[] theta) {
    return matrix(theta, hidden * target.getColumnDimension(), target.getRowDimension(), hidden);
  }

  @Override
  public Evaluation evaluate(double[] theta) {
    return Evaluation.exact(Math.pow(residual(theta).getFrobeniusNorm(), 2) / 2);
  }

  @Override
  public double[] gradient(double[] theta) {
    RealMatrix e = residual(theta);
    return flat(second(theta).transpose().multiply(e), e.multiply(first(theta).transpose()));
  }

  @Override
  public double[] hessianProduct(double[] theta, double[] v) {
    RealMatrix e = residual(theta);
    RealMatrix change = second(v).multiply(first(theta)).add(second(theta).multiply(first(v)));
    return flat(
        second(theta).transpose().multiply(change).add(second(v).transpose().multiply(e)),
        change.multiply(first(theta).transpose()).add(e.multiply(first(v).transpose())));
  }

  private RealMatrix residual(double[] theta) {
    return second(theta).multiply(first(theta)).subtract(target);
  }

  private static RealMatrix matrix(double[] theta, int offset, int rows, int columns) {
    RealMatrix matrix = MatrixUtils.createRealMatrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.setEntry(i / columns, i % columns, theta[offset + i]);
    }
    return matrix;
  }

  private static double[] flat(RealMatrix first, RealMatrix second) {
    double[] flat =
        new double
            [first.getRowDimension() * first.getColumnDimension()
                + second.getRowDimension() * second.getColumnDimension()];
    int i = 0;
    for (RealMatrix matrix : new RealMatrix[] {first, second}) {
      for (double[] row : matrix.getData()) {
        for (double entry : row) {
          flat[i++] = entry;
        }
      }
    }
    return flat;
  }
}
